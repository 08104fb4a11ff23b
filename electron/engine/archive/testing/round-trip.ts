// One library out, into an empty one, and out again; then in once more, and into a library that is not empty. Tells what differs.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { verifyArchive } from '../verify/verify.ts';
import { writeArchive } from '../export/write-archive.ts';
import { fillLibrary } from './any-library.ts';
import { type Data, expectedAfterImport } from './expected-after-import.ts';
import { type Parts, takeApart } from './hostile/honest-files.ts';
import { importInto, openTarget, type Target } from './import-target.ts';
import { makeSampleLibrary, quiet } from './sample-library.ts';

export interface RoundTrip {
  readonly lines: number;
  readonly mediaFiles: number;
  /** One sentence each; none when all is well. */
  readonly problems: readonly string[];
}

/** `otherSeed`: what is in the library that is not empty. */
export async function goRound(seed: number, otherSeed = seed + 1): Promise<RoundTrip> {
  const folder = await mkdtemp(join(tmpdir(), 'kling5-round-'));
  const source = makeSampleLibrary();
  const target = openTarget();
  const problems: string[] = [];
  try {
    fillLibrary(source, seed);
    const first = join(folder, 'first.zip');
    await writeArchive(source.source, first, quiet);
    problems.push(...(await findings(first)));
    const before = await takeApart(first);
    await importInto(target, first);
    const again = join(folder, 'again.zip');
    await writeArchive(target.source, again, quiet);
    problems.push(...compare(before, await takeApart(again)), ...troubles(target));
    problems.push(...(await changesNothing(target, first)));
    problems.push(...(await joins(first, before, otherSeed)));
    const mediaFiles = [...before.files.keys()].filter((path) => path.startsWith('media/')).length;
    const lines = Object.values(before.manifest.counts).reduce((sum, count) => sum + count, 0);
    return { lines, mediaFiles, problems };
  } finally {
    source.remove();
    target.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A poster that was lost in the first library is named and lost in the second. */
const troubles = (target: Target) =>
  target.problems().filter((problem) => !problem.startsWith('posters/'));

async function findings(archive: string): Promise<string[]> {
  const { checks } = await verifyArchive(archive);
  return checks.filter(({ ok }) => !ok).map(({ message }) => message);
}

export function dataIn({ files }: Parts): Data {
  const data = [...files].filter(
    ([path]) => path.startsWith('data/') && path !== 'data/preferences.jsonl',
  );
  return Object.fromEntries(
    data.map(([path, content]) => [
      path.replace(/^data\/(.*)\.jsonl$/, '$1'),
      content
        .toString()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    ]),
  );
}

function compare(before: Parts, after: Parts): string[] {
  const expected = expectedAfterImport(dataIn(before), new Set(before.files.keys()));
  const found = dataIn(after);
  const problems = Object.entries(expected).flatMap(([name, rows]) => {
    const others = found[name] ?? [];
    if (isDeepStrictEqual(rows, others)) return [];
    const at = rows.findIndex((row, index) => !isDeepStrictEqual(row, others[index]));
    return [`${name}: ${JSON.stringify(rows[at])} became ${JSON.stringify(others[at])}`];
  });
  const others = new Map(after.files);
  for (const [path, content] of before.files) {
    if (!path.startsWith('data/') && !others.get(path)?.equals(content))
      problems.push(`${path} is not the same`);
    others.delete(path);
  }
  problems.push(...[...others.keys()].map((path) => `${path} is new`));
  if (!isDeepStrictEqual(notesOn(before), notesOn(after)))
    problems.push('The manifest tells of other lost or changed files');
  return problems;
}

/** What the manifest says of each file that is not data, and of each that is not there. */
const notesOn = ({ manifest: { files, missing } }: Parts) => [
  files.filter(({ type }) => type !== 'data'),
  missing,
];

async function changesNothing(target: Target, archive: string): Promise<string[]> {
  const before = target.contents();
  await importInto(target, archive);
  return isDeepStrictEqual(before, target.contents()) ? [] : ['A second import changed something'];
}

/** Nothing of either library is lost where both come together. */
async function joins(
  archive: string,
  { files, manifest }: Parts,
  otherSeed: number,
): Promise<string[]> {
  const other = makeSampleLibrary();
  const target = openTarget(other.library);
  try {
    fillLibrary(other, otherSeed);
    const own = target.db.all<{ id: string }>('select id from generation').map(({ id }) => id);
    await importInto(target, archive);
    const all = new Set(
      target.db.all<{ id: string }>('select id from generation').map(({ id }) => id),
    );
    const theirs = dataIn({ files, manifest })['generations'] ?? [];
    const wanted = [...own, ...theirs.map(({ id }) => String(id))];
    const problems = wanted.filter((id) => !all.has(id)).map((id) => `${id} is lost`);
    return [...problems, ...(await changesNothing(target, archive))];
  } finally {
    target.remove();
    other.remove();
  }
}
