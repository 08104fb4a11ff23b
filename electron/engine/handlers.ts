// The engine contract as a table: which function answers which call. Decides nothing.
import { draftSchema } from '#shared/contract/draft.ts';
import type { EngineHandlers } from '#shared/contract/engine.ts';
import type { HostedHandlers } from '#shared/contract/host.ts';
import type { ClipChange } from '#shared/contract/organise.ts';
import { generationIdSchema } from '#shared/domain/ids.ts';
import { isActive } from '#shared/domain/generation-status.ts';
import { AppError } from '#shared/errors.ts';
import { isoTime } from './clock.ts';
import { countAssets, listAssets, requireAsset, toAsset } from './database/asset-reads.ts';
import {
  readActive,
  readEndedWithoutResult,
  readSequences,
  requireGeneration,
  readClipOfCloud,
} from './database/generation-reads.ts';
import { createFacets } from './database/library-facets.ts';
import { countLibrary, readCounts, readPage } from './database/library-reads.ts';
import { countPrompts, listPrompts } from './database/prompt-reads.ts';
import { readSetting, writeSetting } from './database/settings.ts';
import type { EngineContext } from './engine-context.ts';
import { createGenerations } from './jobs/create-generations.ts';
import { moveJob } from './jobs/job-context.ts';
import type { JobContext } from './jobs/job-context.ts';
import type { GenerationViews } from './jobs/generation-views.ts';
import type { QueueControl } from './jobs/queue-control.ts';
import { planRetry } from './jobs/retry-generation.ts';
import type { Runner } from './jobs/runner.ts';
import { importAsset } from './library/import-asset.ts';
import { resolveMedia } from './library/resolve-media.ts';
import type { Elsewhere } from './sync/elsewhere.ts';
import { planChange } from './organise/plan-change.ts';
import { createOverview } from './privacy/overview.ts';
import { confirmAge, readProfile } from './privacy/profile.ts';

export interface HandlerParts {
  readonly context: EngineContext;
  readonly jobs: JobContext;
  readonly elsewhere: Elsewhere;
  readonly queue: QueueControl;
  readonly runner: Runner;
  readonly views: GenerationViews;
  readonly shutdown: () => Promise<void>;
}

/** What has no file of handlers of its own. */
export function createHandlers(parts: HandlerParts) {
  return {
    ...generationHandlers(parts),
    ...queueHandlers(parts),
    ...libraryHandlers(parts),
    ...accountHandlers(parts),
    'engine.ping': () => ({ at: isoTime(parts.context.clock.now()) }),
    'media.resolve': ({ kind, id }) =>
      resolveMedia(
        {
          db: parts.context.db,
          library: parts.context.paths.library,
          libraryChanged: parts.jobs.libraryChanged,
          findCloudPoster: parts.elsewhere.posters.find,
          fileIds: parts.context.fileIds,
        },
        kind,
        id,
      ),
    'engine.shutdown': async () => {
      await parts.shutdown();
      return {};
    },
  } satisfies Partial<EngineHandlers & HostedHandlers>;
}

const endedInQueue = 50;

function generationHandlers({ context, jobs, runner, views }: HandlerParts) {
  const { db, clock, undo } = context;
  const byId = (id: string) => requireGeneration(db, id);
  const create = async (draft: Parameters<typeof createGenerations>[1]) => {
    const sequences = await createGenerations(context, draft);
    for (const sequence of sequences) jobs.publish(sequence);
    runner.wake();
    return readSequences(db, sequences).map((row) => views.summary(row));
  };
  return {
    'generations.create': async (draft) => ({ items: await create(draft) }),
    'generations.get': ({ id }) => views.detail(byId(id)),
    'generations.cancel': async ({ id }) => {
      const row = byId(id);
      if (!isActive(row.status)) {
        throw new AppError('conflict', 'This clip is not being made any more.', {
          details: { status: row.status },
        });
      }
      await runner.cancel(row.sequence);
      return views.summary(byId(id));
    },
    'generations.retry': async ({ id }) => {
      const row = byId(id);
      const plan = planRetry(db, row);
      if (plan.action === 'create') {
        const [made] = await create(plan.draft);
        if (!made) throw new AppError('internal', 'Nothing was made');
        return made;
      }
      moveJob(jobs, row.sequence, 'refetched', {
        change: { failure: null, cancelRequested: false },
      });
      runner.wake();
      return views.summary(byId(id));
    },
    'generations.update': ({ id, title, isFavourite }) => {
      byId(id);
      const change = (wanted: ClipChange) =>
        undo.run(wanted.type, planChange(db, [id], wanted, clock.now()));
      if (title !== undefined) change({ type: 'title', title });
      if (isFavourite !== undefined) change({ type: 'favourite', isFavourite });
      jobs.libraryChanged('updated');
      return views.summary(byId(id));
    },
  } satisfies Partial<EngineHandlers>;
}

function queueHandlers({ context, queue, views }: HandlerParts) {
  const { db } = context;
  const summaryOf = (id: string) => views.summary(requireGeneration(db, id));
  return {
    'generations.queue': () => ({
      active: readActive(db).map((row) => views.summary(row)),
      ended: readEndedWithoutResult(db, endedInQueue).map((row) => views.summary(row)),
    }),
    'queue.state': () => queue.state(),
    'queue.pause': () => {
      queue.pause();
      return queue.state();
    },
    'queue.resume': () => {
      queue.resume();
      return queue.state();
    },
    'generations.pause': ({ id }) => {
      queue.pauseJob(id);
      return summaryOf(id);
    },
    'generations.resume': ({ id }) => {
      queue.resumeJob(id);
      return summaryOf(id);
    },
    'generations.move': ({ id, to }) => {
      queue.move(id, to);
      return {};
    },
  } satisfies Partial<EngineHandlers>;
}

function libraryHandlers({ context, views }: HandlerParts) {
  const { db, host, clock } = context;
  const facets = createFacets(db);
  return {
    'library.page': (request) => {
      const { rows, nextCursor } = readPage(db, request, clock.now());
      return { items: rows.map((row) => views.summary(row)), nextCursor };
    },
    'library.count': (request) => countLibrary(db, request, clock.now()),
    'library.facets': async (request, { signal }) => ({
      groups: await facets.count(request, { nowMs: clock.now(), signal }),
    }),
    'library.counts': () => readCounts(db),
    'drafts.get': () => ({ draft: readSetting(db, 'draft', draftSchema) }),
    'drafts.set': ({ draft }) => {
      writeSetting(db, 'draft', draft);
      return {};
    },
    'assets.import': async ({ grantId }) => {
      const { path } = await host.call('grants.redeem', { grantId });
      return toAsset(await importAsset(context, path));
    },
    'assets.get': ({ id }) => toAsset(requireAsset(db, id)),
    'assets.list': ({ limit }) => ({
      items: listAssets(db, limit).map(toAsset),
      total: countAssets(db),
    }),
    'prompts.list': ({ search, limit }) => ({
      items: listPrompts(db, search, limit).map((row) => ({
        ...row,
        lastUsedAt: isoTime(row.lastUsedAt),
        lastGenerationId:
          row.lastGenerationId === null ? null : generationIdSchema.parse(row.lastGenerationId),
      })),
      total: countPrompts(db, search),
    }),
  } satisfies Partial<EngineHandlers>;
}

function accountHandlers({ context }: HandlerParts) {
  const { db, clock, cloud, gateway } = context;
  const overview = createOverview(context);
  return {
    'settings.get': () => context.settings.now,
    'settings.change': (change) => {
      context.settings.change(change);
      return context.settings.now;
    },
    'profile.get': () => readProfile(db),
    'profile.confirmAge': () => confirmAge(db, clock),
    'cloud.state': () => cloud.state(),
    'cloud.refresh': () => cloud.refresh(),
    'account.credits': async ({ limit }, { signal }) => {
      const { items } = await gateway.call('credits', { query: { limit }, signal });
      return {
        items: items.map((entry) => ({
          ...entry,
          clip: entry.generationId === null ? null : readClipOfCloud(db, entry.generationId),
        })),
      };
    },
    'data.overview': async () => {
      await context.onward.pull();
      return overview();
    },
  } satisfies Partial<EngineHandlers>;
}
