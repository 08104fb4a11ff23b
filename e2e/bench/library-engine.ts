// Searches, orders, counts and bulk changes in the engine at growing sizes, the search against the sqlite3 command on the same rows.
import type { CallInput, CallOutput } from '#shared/contract/define.ts';
import type { EngineContract } from '#shared/contract/engine.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import { sortOrders } from '#shared/contract/sort-orders.ts';
import { readPage } from '../../electron/engine/database/library-reads.ts';
import { startTestEngine, type TestEngine } from '../../electron/engine/testing/start-engine.ts';
import { type BenchRow, percentile, timeMs } from './measure.ts';
import { countWords, rowCounts, seededHome } from './seeded.ts';
import { timeSqliteCommand } from './sqlite-command.ts';

/** Common, rare, of two words, the beginning of a word, and Chinese. */
const searches = ['rain', 'lighthouse', 'neon rain', 'lan', '霓虹', ''] as const;
const runs = 120;
const changed = 10_000;

type PageInput = CallInput<EngineContract, 'library.page'>;

export async function benchLibraryEngine(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const count of rowCounts) {
    const { home, remove } = await seededHome(count);
    const engine = await startTestEngine({ cloud: null, folder: home });
    try {
      rows.push(await benchFirstPage(engine, count), await benchOrders(engine, count));
      rows.push(await benchFacets(engine, count), await benchWholeOrder(engine));
      if (count >= changed) rows.push(...(await benchBulk(engine, count)));
    } finally {
      await engine.close();
      remove();
    }
  }
  return rows;
}

async function benchFirstPage(engine: TestEngine, count: number): Promise<BenchRow> {
  const { db } = engine.engine.context;
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    for (const search of searches) {
      const request = { search, sort: 'newest', favouritesOnly: false, inTrash: false } as const;
      times.push(await timeMs(async () => readPage(db, { ...request, cursor: null, limit: 60 })));
    }
  }
  const theirs = await timeSqliteCommand(engine.library, searches, 30);
  const ours = percentile(times, 0.95);
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  return {
    what: `Search, newest first, first page, engine, ${countWords(count)} rows (p95)`,
    ours: `${ours.toFixed(2)} ms (mean ${mean.toFixed(2)})`,
    baseline: `mean ${theirs.toFixed(2)} ms (sqlite3 command)`,
    ratio: `${(mean / theirs).toFixed(2)} ×`,
    target: 'p95 under 3 ms',
    isMet: ours < 3,
  };
}

async function benchOrders(engine: TestEngine, count: number): Promise<BenchRow> {
  let worst = { ms: 0, name: '' };
  const inputs = sortOrders.flatMap((sort) =>
    ['', 'rain', 'is:favourite', 'rating:>=4'].map((search): PageInput => ({ sort, search })),
  );
  for (const input of inputs) {
    const times: number[] = [];
    for (let run = 0; run < 9; run += 1) {
      times.push(await timeMs(() => engine.call('library.page', input)));
    }
    const ms = percentile(times, 0.5);
    if (ms > worst.ms) worst = { ms, name: `${input.sort}, "${input.search}"` };
  }
  return {
    what: `Other orders, first page, ${countWords(count)} rows (slowest of ${inputs.length}, median)`,
    ours: `${worst.ms.toFixed(1)} ms (${worst.name})`,
    baseline: '–',
    ratio: '–',
    target: 'under 50 ms at 100,000',
    isMet: count > 100_000 || worst.ms < 50,
  };
}

/** Pages are asked for while the facets are counted: the slowest of them tells how long one waits. */
async function benchFacets(engine: TestEngine, count: number): Promise<BenchRow> {
  const totals: number[] = [];
  const waits: number[] = [];
  const first = await timeMs(() => engine.call('library.facets', {}));
  for (let run = 0; run < 7; run += 1) {
    let isCounted = false;
    const counting = timeMs(() => engine.call('library.facets', { search: run % 2 ? 'rain' : '' }));
    void counting.then(() => {
      isCounted = true;
    });
    while (!isCounted) {
      waits.push(await timeMs(() => engine.call('library.page', { search: 'rain' })));
      await new Promise((resolve) => setImmediate(resolve));
    }
    totals.push(
      await timeMs(() => engine.call('library.facets', { search: run % 2 ? 'rain' : '' })),
    );
  }
  const ours = percentile(totals, 0.5);
  return {
    what: `Facet counts, ${countWords(count)} rows`,
    ours: `${ours.toFixed(1)} ms, the first of all ${first.toFixed(0)} (a page meanwhile: p95 ${percentile(waits, 0.95).toFixed(1)} ms)`,
    baseline: '–',
    ratio: '–',
    target: 'under 50 ms at 100,000',
    isMet: count > 100_000 || ours < 50,
  };
}

async function benchWholeOrder(engine: TestEngine): Promise<BenchRow> {
  const pieces: number[] = [];
  let cursor: string | null = null;
  let total = 0;
  do {
    const startedAt = performance.now();
    const part: { ids: readonly string[]; nextCursor: string | null } = await engine.call(
      'library.order',
      { cursor },
    );
    pieces.push(performance.now() - startedAt);
    total += part.ids.length;
    cursor = part.nextCursor;
  } while (cursor !== null);
  const ours = pieces.reduce((sum, piece) => sum + piece, 0);
  return {
    what: `Order of all ${countWords(total)} clips, in ${pieces.length} pieces`,
    ours: `${ours.toFixed(0)} ms (longest piece ${Math.max(...pieces).toFixed(1)} ms)`,
    baseline: '–',
    ratio: '–',
    target: 'a piece under 50 ms',
    isMet: Math.max(...pieces) < 50,
  };
}

async function benchBulk(engine: TestEngine, count: number): Promise<BenchRow[]> {
  const chosen: GenerationId[] = [];
  for (let cursor: string | null = null; chosen.length < changed;) {
    const part: CallOutput<EngineContract, 'library.order'> = await engine.call('library.order', {
      cursor,
    });
    chosen.push(...part.ids);
    cursor = part.nextCursor;
    if (cursor === null) break;
  }
  chosen.length = Math.min(chosen.length, changed);
  const rows: BenchRow[] = [];
  const changes: Readonly<Record<string, CallInput<EngineContract, 'clips.change'>['change']>> = {
    tag: { type: 'tag', add: ['bench'] },
    favourite: { type: 'favourite', isFavourite: true },
    trash: { type: 'trash' },
  };
  for (const [name, change] of Object.entries(changes)) {
    const done = await timeMs(() => engine.call('clips.change', { ids: chosen, change }));
    const undone = await timeMs(() => engine.call('changes.undo', {}));
    rows.push({
      what: `Bulk ${name} of ${countWords(chosen.length)} clips among ${countWords(count)}`,
      ours: `${(done / 1000).toFixed(2)} s, undo ${(undone / 1000).toFixed(2)} s`,
      baseline: '–',
      ratio: '–',
      target: 'under 2 s each',
      isMet: Math.max(done, undone) < 2000,
    });
  }
  return rows;
}
