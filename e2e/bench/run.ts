// `npm run bench`: every figure with its baseline in the same run. Names as arguments choose some.
import { benchDownload } from './download.ts';
import { benchDownloads } from './downloads.ts';
import { benchExport } from './export.ts';
import { benchIdle } from './idle.ts';
import { benchJobs } from './jobs.ts';
import { benchLibraryEngine } from './library-engine.ts';
import { benchLibraryWindow } from './library-window.ts';
import { type BenchRow, printTable } from './measure.ts';
import { benchRoundTrip } from './round-trip.ts';
import { benchYourData } from './your-data.ts';
import { benchStartUp, benchUnfinished } from './start-up.ts';

const benches: Readonly<Record<string, () => Promise<BenchRow | readonly BenchRow[]>>> = {
  start: benchStartUp,
  unfinished: benchUnfinished,
  relay: benchRoundTrip,
  library: benchLibraryEngine,
  window: benchLibraryWindow,
  jobs: benchJobs,
  download: benchDownload,
  downloads: benchDownloads,
  idle: benchIdle,
  export: benchExport,
  data: benchYourData,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(', ')}. Choose from ${Object.keys(benches).join(', ')}.`,
  );
  process.exit(2);
}
const rows: BenchRow[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.error(`Measuring ${name} …`);
  rows.push(...[await bench()].flat());
}
printTable(rows);
