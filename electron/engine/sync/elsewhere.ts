// Clips made elsewhere, put together: the list, the pictures, and the way into the queue.
import { z } from 'zod';
import type { CloudMonitor } from '../cloud/cloud-monitor.ts';
import type { GatewayClient } from '../cloud/gateway-client.ts';
import type { Emit } from '../engine-context.ts';
import { endOverdue, nothingThere, sumOnlyThere } from '../database/cloud-clips.ts';
import { readSetting } from '../database/settings.ts';
import type { JobContext } from '../jobs/job-context.ts';
import { createCloudPosters, type CloudPosters } from './cloud-poster.ts';
import { fetchClips } from './fetch-clips.ts';
import { createHistorySync, type HistorySync } from './history-sync.ts';
import { sweepGone } from './sweep-gone.ts';

export interface Elsewhere {
  readonly db: JobContext['db'];
  readonly clock: JobContext['clock'];
  readonly cloud: CloudMonitor;
  readonly history: HistorySync;
  readonly posters: CloudPosters;
  /** Whose history was read last; `null` before the first time. */
  accountId(): string | null;
  /** Puts them into the queue, all of them without ids; returns how many. */
  download(ids: readonly string[] | null): number;
  stop(): void;
}

export interface ElsewhereDeps {
  readonly jobs: JobContext;
  readonly gateway: GatewayClient;
  readonly emit: Emit;
  readonly wake: () => void;
}

const placeSchema = z.object({ accountId: z.string() });

export function createElsewhere({ jobs, gateway, emit, wake }: ElsewhereDeps): Elsewhere {
  const { db, clock, cloud, paths, settings, log } = jobs;
  const stopping = new AbortController();

  const accountId = () =>
    cloud.state().account?.id ?? readSetting(db, 'history_place', placeSchema)?.accountId ?? null;

  function tellOnlyThere(): void {
    const account = accountId();
    const { total } =
      account === null
        ? nothingThere
        : sumOnlyThere(db, { accountId: account, nowMs: clock.now() });
    emit('cloud.onlyThereChanged', { total });
  }

  function download(ids: readonly string[] | null): number {
    const account = accountId();
    if (account === null) return 0;
    const facts = { service: cloud.state().service, nowMs: clock.now() };
    const sequences = fetchClips(db, { accountId: account, ids }, facts);
    for (const sequence of sequences) jobs.publish(sequence);
    if (sequences.length > 0) tellOnlyThere();
    wake();
    return sequences.length;
  }

  const history = createHistorySync({
    db,
    clock,
    cloud,
    gateway,
    log,
    ids: jobs.ids,
    onState: (state) => emit('sync.changed', state),
    onEffect: ({ library, onlyThere }) => {
      if (library > 0) jobs.libraryChanged('updated');
      if (onlyThere > 0) tellOnlyThere();
    },
    onDone: async () => {
      if (endOverdue(db, clock.now())) tellOnlyThere();
      await sweepGone(db, paths.library);
      if (settings.now.fetchElsewhere === 'automatic') download(null);
    },
  });
  return {
    db,
    clock,
    cloud,
    history,
    posters: createCloudPosters({
      db,
      gateway,
      library: paths.library,
      incoming: paths.incoming,
      downloadHosts: () => cloud.state().service?.downloadHosts ?? [],
      signal: stopping.signal,
    }),
    accountId,
    download,
    stop: () => {
      stopping.abort();
      history.stop();
    },
  };
}
