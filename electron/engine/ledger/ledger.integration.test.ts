// The network ledger: found by filter, summed by destination, written to files that others read, and kept as long as the user says.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttpClient } from '../cloud/http-client.ts';
import { recordRequest } from '../database/ledger-writes.ts';
import { plainRequest } from '../testing/plain-request.ts';
import { startTestEngine, type TestEngine } from '../testing/start-engine.ts';
import { createTestClock, type TestClock } from '../testing/test-clock.ts';

const dayMs = 86_400_000;
let clock: TestClock;
let engine: TestEngine;

beforeEach(async () => {
  clock = createTestClock(2000, Date.parse('2026-11-20T12:00:00Z'));
  engine = await startTestEngine({ cloud: null, deps: { clock } });
});
afterEach(() => engine.remove());

interface Sample {
  readonly host?: string;
  readonly purpose?: string;
  readonly daysAgo?: number;
  readonly outcome?: 'ok' | 'failed';
  readonly path?: string;
}

function add({ host = 'cloud.example', purpose = 'Poll one job', ...rest }: Sample): void {
  recordRequest(engine.engine.context.db, {
    atMs: clock.now() - (rest.daysAgo ?? 0) * dayMs,
    method: 'GET',
    host,
    path: rest.path ?? '/v1/generations/:id',
    purpose,
    dataKinds: ['job id'],
    bytesSent: 100,
    generationId: null,
  })({ bytesReceived: 1000, status: 200, outcome: rest.outcome ?? 'ok', durationMs: 5 });
}

const hostsOf = async (filter: object) =>
  (await engine.call('data.requests', { filter })).items.map(({ host }) => host);

describe('the ledger', () => {
  it('is found by destination, outcome, time and words', async () => {
    add({ host: 'a.example' });
    add({ host: 'b.example', outcome: 'failed', daysAgo: 3 });
    add({ host: 'c.example', purpose: 'Erase one cloud copy' });

    expect(await hostsOf({})).toEqual(['c.example', 'b.example', 'a.example']);
    expect(await hostsOf({ host: 'a.example' })).toEqual(['a.example']);
    expect(await hostsOf({ outcome: 'failed' })).toEqual(['b.example']);
    expect(await hostsOf({ words: 'ERASE' })).toEqual(['c.example']);
    expect(await hostsOf({ words: "' or 1=1 --" })).toEqual([]);
    const from = new Date(clock.now() - dayMs).toISOString();
    expect(await hostsOf({ from })).toEqual(['c.example', 'a.example']);
    expect(await hostsOf({ until: from })).toEqual(['b.example']);
  });

  it('is summed by destination', async () => {
    for (let count = 0; count < 3; count += 1) add({ host: 'often.example' });
    add({ host: 'once.example', outcome: 'failed' });

    const { items } = await engine.call('data.requestSums', {});
    expect(items).toMatchObject([
      {
        host: 'often.example',
        requestCount: 3,
        failedCount: 0,
        bytesSent: 300,
        bytesReceived: 3000,
      },
      { host: 'once.example', requestCount: 1, failedCount: 1, purposes: ['Poll one job'] },
    ]);
  });
});

describe('a file of the ledger', () => {
  const save = async (name: string, format: 'csv' | 'json', filter = {}) => {
    const path = join(engine.folder, name);
    const grantId = engine.grant(path);
    const { count } = await engine.call('data.saveRequests', { grantId, format, filter });
    return { path, count };
  };

  it('is CSV that a reader of its own reads, formulas and commas included', async () => {
    add({ purpose: 'Say "hello", twice' });
    add({ path: '=cmd|calc' });
    const { path, count } = await save('ledger.csv', 'csv');

    expect(count).toBe(2);
    const program =
      'import csv,json,sys; print(json.dumps(list(csv.DictReader(open(sys.argv[1], newline="")))))';
    const rows = JSON.parse(
      execFileSync('python3', ['-c', program, path], { encoding: 'utf8' }),
    ) as {
      readonly purpose: string;
      readonly path: string;
      readonly bytes_received: string;
    }[];
    expect(rows.map(({ purpose, path: route }) => [purpose, route])).toEqual([
      ['Poll one job', "'=cmd|calc"],
      ['Say "hello", twice', '/v1/generations/:id'],
    ]);
    expect(rows[0]?.bytes_received).toBe('1000');
  });

  it('is JSON, whole also over many pages, and only what the filter wants', async () => {
    engine.engine.context.db.transaction(() => {
      for (let count = 0; count < 2500; count += 1) add({ host: `h${count % 2}.example` });
    });
    const { path, count } = await save('ledger.json', 'json', { host: 'h1.example' });

    const rows = JSON.parse(readFileSync(path, 'utf8')) as { readonly host: string }[];
    expect([count, rows.length]).toEqual([1250, 1250]);
    expect(new Set(rows.map(({ host }) => host))).toEqual(new Set(['h1.example']));
  });

  it('takes the place of an older one, or leaves it', async () => {
    add({});
    const { path } = await save('ledger.csv', 'csv');
    const older = readFileSync(path, 'utf8');
    engine.engine.context.db.run('update network_request set data_kinds = ?', '{}'); // no list: the reader stops
    await expect(save('ledger.csv', 'csv')).rejects.toThrow();

    expect(readFileSync(path, 'utf8')).toBe(older);
    expect(readdirSync(engine.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is refused in a folder that is gone', async () => {
    await expect(save(join('gone', 'ledger.csv'), 'csv')).rejects.toMatchObject({
      code: 'file-missing',
    });
  });
});

describe('how long it is kept', () => {
  it('is the period that the user sets, from then on and at once', async () => {
    add({ daysAgo: 80 });
    add({ daysAgo: 8 });
    add({});
    await engine.call('settings.change', { ledgerDays: 30 });
    expect(await hostsOf({})).toHaveLength(2);
    await engine.call('settings.change', { ledgerDays: 7 });
    expect(await hostsOf({})).toHaveLength(1);
  });

  it('is looked after while the app runs', async () => {
    add({ daysAgo: 100 });
    add({});
    await expect.poll(() => hostsOf({})).toHaveLength(1); // some minutes of the test's clock
    clock.jump(100 * dayMs);
    await expect.poll(() => hostsOf({})).toHaveLength(0);
  });

  it('is for ever when they want that', async () => {
    await engine.call('settings.change', { ledgerDays: null });
    add({ daysAgo: 4000 });
    await engine.call('settings.change', { downloadsAtOnce: 2 });
    expect(await hostsOf({})).toHaveLength(1);
  });

  it('leaves no word of what was forgotten in the files', async () => {
    add({ daysAgo: 100, host: 'canary.example' });
    await engine.call('settings.change', { ledgerDays: 30 });
    const files = readdirSync(engine.library).filter((name) => name.startsWith('library.db'));
    for (const name of files) {
      expect(readFileSync(join(engine.library, name)).includes('canary.example')).toBe(false);
    }
  });
});

it('lets nothing leave that it cannot note any more', async () => {
  let arrived = 0;
  const server = createServer((_, response) => {
    arrived += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { db } = engine.engine.context;
  const http = createHttpClient({
    clock,
    version: '0',
    record: (request) => recordRequest(db, request),
  });
  const request = plainRequest(server);
  try {
    await http.text(request);
    db.connection.close();
    await expect(http.text(request)).rejects.toMatchObject({ code: 'cancelled' });
    await expect(http.stream(request)).rejects.toMatchObject({ code: 'cancelled' });
    expect(arrived).toBe(1);
  } finally {
    http.close();
    server.closeAllConnections();
    server.close();
  }
});
