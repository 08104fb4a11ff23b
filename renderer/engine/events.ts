// What happens in the engine goes into the query cache here, and nowhere else.
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { GenerationDetail, GenerationSummary } from '#shared/contract/generation.ts';
import type { StudioOutput } from '#shared/contract/studio.ts';
import { patchItems, patchQueue, patchTasks } from './patch.ts';
import { on } from './studio.ts';

const ofTheLibrary = [
  'library.page',
  'library.order',
  'library.rows',
  'clips.sums',
  'clips.takes',
  'library.count',
  'library.counts',
  'library.facets',
  'assets.list',
  'generations.get',
  'clips.lineage',
  'collections.list',
  'searches.list',
  'tags.list',
  'tags.ofClips',
  'tags.byClip',
  'prompts.list',
  'savedPrompts.list',
  'savedPrompts.get',
  'savedPrompts.clips',
  'assets.find',
  'assets.videos',
  'assets.kept',
  'assets.uses',
  'data.overview',
  'drafts.get',
  'cleanUp.preview',
];

/** A search may ask for what was judged. */
const foundByVerdict = [
  'library.page',
  'library.order',
  'library.rows',
  'library.count',
  'library.facets',
];

const ofSavedPrompts = ['savedPrompts.list', 'savedPrompts.get', 'data.overview'];

/** Keeps the cache true. Returns a function that stops. */
export function followEvents(client: QueryClient): () => void {
  const stops = [
    on('generation.changed', (generation) => patchGeneration(client, generation)),
    on('queue.changed', (state) => {
      client.setQueryData(['queue.state', {}], state);
      void client.invalidateQueries({ queryKey: ['generations.queue'] });
    }),
    on('library.changed', () => {
      for (const name of ofTheLibrary) void client.invalidateQueries({ queryKey: [name] });
    }),
    on('feedback.changed', ({ id }) => {
      void client.invalidateQueries({ queryKey: ['generations.get', { id }] });
      for (const name of foundByVerdict) void client.invalidateQueries({ queryKey: [name] });
    }),
    on('choices.changed', (choices) => {
      client.setQueryData(['choices.list', {}], choices);
      for (const name of ['choices.history', 'profile.get']) {
        void client.invalidateQueries({ queryKey: [name] });
      }
    }),
    on('access.changed', (state) => client.setQueryData(['access.state', {}], state)),
    on('erase.changed', () => {
      // an erasure forgets what the cloud said that it holds
      for (const name of ['erase.receipts', 'access.state']) {
        void client.invalidateQueries({ queryKey: [name] });
      }
    }),
    on('savedPrompts.changed', () => {
      for (const name of ofSavedPrompts) void client.invalidateQueries({ queryKey: [name] });
    }),
    on('backups.changed', (state) => client.setQueryData(['backups.state', {}], state)),
    on('settings.changed', (settings) => client.setQueryData(['settings.get', {}], settings)),
    on('sync.changed', (state) => {
      client.setQueryData(['sync.state', {}], state);
      // what goes soon changes with the days, also when nothing new was told
      if (!state.isRunning) void client.invalidateQueries({ queryKey: ['cloud.onlyThere'] });
    }),
    on('cloud.onlyThereChanged', () => {
      void client.invalidateQueries({ queryKey: ['cloud.onlyThere'] });
    }),
    on('erasures.changed', () => {
      for (const name of ['erasures.list', 'generations.get', 'data.overview']) {
        void client.invalidateQueries({ queryKey: [name] });
      }
    }),
    on('cloud.changed', (state) => {
      client.setQueryData(['cloud.state', {}], state);
      void client.invalidateQueries({ queryKey: ['access.state'] }); // another cloud may not offer it
    }),
    on('task.changed', (task) => {
      client.setQueryData(['tasks.get', { id: task.id }], task);
      client.setQueryData<StudioOutput<'tasks.list'>>(
        ['tasks.list', {}],
        (known) => known && { items: [...patchTasks(known.items, task)] },
      );
      if (task.kind === 'move') void client.invalidateQueries({ queryKey: ['library.moveState'] });
      if (task.state === 'running') return;
      void client.invalidateQueries({ queryKey: ['tasks.list'] });
      void client.invalidateQueries({ queryKey: ['data.overview'] });
      // An archive may hold anything that the engine keeps.
      if (task.kind === 'import' || task.kind === 'restore')
        void client.invalidateQueries({ predicate: isOfTheEngine });
    }),
    on('shell.healthChanged', (health) => {
      const before = client.getQueryData<StudioOutput<'shell.health'>>(['shell.health', {}]);
      client.setQueryData(['shell.health', {}], health);
      // An engine that came back may know more than the one that was asked.
      if (health.state === 'ready' && before?.state !== 'ready') {
        void client.invalidateQueries({ predicate: isOfTheEngine });
        void client.invalidateQueries({ queryKey: ['shell.info'] }); // its library may be in another folder
      }
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function isOfTheEngine({ queryKey: [name] }: { readonly queryKey: QueryKey }): boolean {
  return !String(name).startsWith('shell.');
}

const endedWithoutClip: ReadonlySet<string> = new Set(['failed', 'cancelled', 'expired']);

function patchGeneration(client: QueryClient, generation: GenerationSummary): void {
  // one that was being fetched is only in the cloud again
  if (endedWithoutClip.has(generation.status)) {
    void client.invalidateQueries({ queryKey: ['cloud.onlyThere'] });
  }
  client.setQueryData<StudioOutput<'generations.queue'>>(['generations.queue', {}], (queue) =>
    queue ? (patchQueue(queue, generation) as StudioOutput<'generations.queue'>) : queue,
  );
  for (const name of ['library.page', 'library.rows', 'clips.takes']) {
    client.setQueriesData<{ readonly items: readonly GenerationSummary[] }>(
      { queryKey: [name] },
      (page) => {
        const items = page ? patchItems(page.items, generation) : undefined;
        return page && items !== page.items ? { ...page, items: [...(items ?? [])] } : page;
      },
    );
  }
  const detailKey = ['generations.get', { id: generation.id }];
  const detail = client.getQueryData<GenerationDetail>(detailKey);
  if (!detail) return;
  client.setQueryData<GenerationDetail>(detailKey, { ...detail, ...generation });
  // a new wait means one more try in vain
  const hasTried = detail.waiting?.until !== generation.waiting?.until;
  if (detail.status !== generation.status || hasTried)
    void client.invalidateQueries({ queryKey: detailKey });
}
