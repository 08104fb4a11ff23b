// An import into a library whose app goes on asking the cloud: both write to the ledger, and neither takes a number of the other.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ImportFixture, makeImportFixture } from '../testing/import-fixture.ts';
import { importInto } from '../testing/import-target.ts';
import { quiet, sampleAt } from '../testing/sample-library.ts';
import { writeArchive } from '../export/write-archive.ts';

let fixture: ImportFixture;
beforeEach(() => {
  fixture = makeImportFixture();
});
afterEach(() => fixture.remove());

const archived = 1200; // more than two blocks
const columns = `at, method, host, path, purpose, data_kinds, bytes_sent, bytes_received, status, outcome, generation_id, duration_ms`;
const rowFrom = (host: string) =>
  `(${sampleAt}, 'GET', '${host}', '/v1/service', 'describe', '[]', 0, 90, 200, 'ok', null, 1)`;

it('keeps what came from the archive and what was asked meanwhile, and this stays the newest', async () => {
  const { source, archive } = fixture;
  source.addClip({ prompt: 'one' });
  const rows = Array.from({ length: archived }, (_, index) => rowFrom(`${index}.example`));
  source.db.exec(`insert into network_request (${columns}) values ${rows.join(', ')}`);
  source.db.exec(`insert into consent values (1, ${sampleAt}, 'age', 1, '')`);
  await writeArchive(source.source, archive, quiet);
  const target = fixture.newTarget();
  let asked = 0;
  let isOver = false;
  const ask = (): void => {
    if (isOver) return;
    setImmediate(ask);
    // consents come just before the ledger, which is empty here until then
    if (!target.db.get('select 1 from consent')) return;
    target.db.run(`insert into network_request (${columns}) values ${rowFrom('live')}`);
    asked += 1;
  };
  setImmediate(ask);
  const report = await importInto(target, archive).finally(() => {
    isOver = true;
  });

  expect(report.counts['network-requests']).toMatchObject({ added: archived });
  const hosts = target.db
    .all<{ readonly host: string }>('select host from network_request order by id')
    .map(({ host }) => host);
  expect(asked).toBeGreaterThan(2);
  expect(hosts.slice(0, archived)).toEqual(rows.map((_, index) => `${index}.example`));
  expect(hosts.slice(archived)).toEqual(Array.from({ length: asked }, () => 'live'));
});
