// Archives as earlier versions wrote them, read by this one: accepted, every field still there, what came later as it was before.
// A frozen file is made by testing/freeze-archive.ts and never changed.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeStep } from '../database/migrate.ts';
import { migrations } from '../database/migrations/index.ts';
import { entities } from './format/entities.ts';
import { snakeCase } from './format/entity.ts';
import { plainColumns } from './import/import-lines.ts';
import { type Data, expectedAfterImport } from './testing/expected-after-import.ts';
import { closeParts, copyParts, type Parts, takeApart } from './testing/hostile/honest-files.ts';
import { importInto, openTarget, type Target } from './testing/import-target.ts';
import { dataIn } from './testing/round-trip.ts';
import { quiet } from './testing/sample-library.ts';
import { verifyArchive } from './verify/verify.ts';
import { writeArchive } from './export/write-archive.ts';

const frozen = fileURLToPath(new URL('frozen/', import.meta.url));
const archives = readdirSync(frozen).toSorted();

/** What steps after the first added, and what a row has that was made before. Written apart from the definitions, so that they can disagree. */
const later: Record<string, Record<string, unknown>> = {
  generations: {
    rating: 0,
    label: null,
    trashedAt: null,
    cloudErasureId: null,
    keepHere: false,
    sourceSha256: null,
    savedPromptId: null,
    verdict: null,
    verdictReason: null,
    verdictPlace: 'here',
    verdictSentAt: null,
    verdictErasureId: null,
  },
  erasures: {
    cause: 'asked',
    cloud: null,
    signatureCheck: null,
    signatureKey: null,
    backupsUntil: null,
    backupsPurgedAt: null,
  },
  assets: { replacedBy: null },
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kling5-frozen-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(archives)('%s', (name) => {
  const archive = join(frozen, name);
  let before: Parts;
  let target: Target;
  beforeAll(async () => {
    before = await takeApart(archive);
    target = openTarget();
  });
  afterAll(() => target.remove());

  it('is of an earlier version and whole', async () => {
    expect(before.manifest['schemaVersion']).toBeLessThan(migrations.length);
    const { checks } = await verifyArchive(archive);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('comes in with every field, and what came later is filled in', async () => {
    await importInto(target, archive);
    expect(target.problems()).toEqual([]);
    const again = join(folder, name);
    await writeArchive(target.source, again, quiet);
    const after = await takeApart(again);
    const files = new Set(before.files.keys());
    expect(dataIn(after)).toEqual(expectedAfterImport(withLaterFields(dataIn(before)), files));
    for (const path of files) {
      if (path.startsWith('media/')) expect(after.files.get(path)).toEqual(before.files.get(path));
    }
    expect(dataIn(before)['outputs']).not.toHaveLength(0);
  });

  it('changes nothing when it comes a second time', async () => {
    const contents = target.contents();
    await importInto(target, archive);
    expect(target.contents()).toEqual(contents);
  });

  it('is refused when it has fields that its version did not know, or lacks one that it knew', async () => {
    const forged = join(folder, `forged-${name}`);
    for (const change of [{ rating: 3 }, { title: undefined }]) {
      const { files, manifest } = copyParts(before);
      const lines = String(files.get('data/generations.jsonl')).trimEnd().split('\n');
      const [first = '', ...rest] = lines;
      const line = JSON.stringify({ ...(JSON.parse(first) as object), ...change });
      files.set('data/generations.jsonl', Buffer.from(`${[line, ...rest].join('\n')}\n`));
      await writeFile(forged, closeParts({ files, manifest }));
      await expect(importInto(target, forged)).rejects.toThrow(/line 1 does not fit its schema/);
    }
  });
});

function withLaterFields(data: Data): Data {
  return Object.fromEntries(
    entities.map(({ name }) => [
      name,
      (data[name] ?? []).map((row) => ({ ...later[name], ...row })),
    ]),
  );
}

describe('an archive of a later version', () => {
  it('is refused with a sentence that says what to do', async () => {
    const [name = ''] = archives;
    const { files, manifest } = await takeApart(join(frozen, name));
    manifest['schemaVersion'] = migrations.length + 1;
    const archive = join(folder, 'later.zip');
    await writeFile(archive, closeParts({ files, manifest }));
    const { ok, code, checks } = await verifyArchive(archive);
    expect({ ok, code }).toEqual({ ok: false, code: 'archive-unsupported' });
    expect(checks.at(-1)?.message).toContain('newer version of the app. Update the app');
  });
});

describe('the fields of a line', () => {
  it('are those that the tables had at each step of the database', () => {
    const database = new BetterSqlite3(':memory:');
    for (const [index, step] of migrations.entries()) {
      takeStep(database, step);
      for (const entity of entities) {
        const columns = database
          .prepare('select name from pragma_table_info(?)')
          .pluck()
          .all(entity.table) as string[];
        if (columns.length === 0) continue; // a table of a later step
        const fields = Object.keys(entity.schemaAt(index + 1).shape);
        const plain = plainColumns(entity).filter(({ name }) => fields.includes(name));
        const read = plain.map(({ name }) => snakeCase(name));
        const missing = plainColumns(entity).filter(({ name }) => !fields.includes(name));
        expect(columns, `step ${index + 1} of ${entity.name}`).toEqual(
          expect.arrayContaining(read),
        );
        for (const { name } of missing) expect(columns).not.toContain(snakeCase(name));
      }
    }
    database.close();
  });
});
