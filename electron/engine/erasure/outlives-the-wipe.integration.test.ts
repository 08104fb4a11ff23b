// The longest way that a deletion can take: a day without a network, an hour of errors, an expired token, and the device wiped
// meanwhile. In the end the cloud's own store holds nothing and each receipt is there. Clocks are the test's; the gateway is real.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { HostContract } from '#shared/contract/host.ts';
import { erasureSchema } from '#shared/gateway/erasure.ts';
import type { TypedClient } from '#shared/rpc/typed-client.ts';
import { startTestGateway, type TestGateway } from '../../gateway/testing/start-gateway.ts';
import { type FaultProxy, startFaultProxy } from '../testing/faults/fault-proxy.ts';
import {
  createTestHost,
  demoDraft,
  prepareToCreate,
  startTestEngine,
  type TestEngine,
} from '../testing/start-engine.ts';
import { createTestClock, type TestClock } from '../testing/test-clock.ts';
import { claimHome } from './home-marker.ts';
import { readCloudOutcomes, readResidue } from './residue.ts';
import { runPendingWipe } from './run-wipe.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const canary = 'Zanzibar-Quokka-7731';
/** An hour of the engine takes a bit more than a second. */
const speed = 3000;

let clock: TestClock;
let gateway: TestGateway;
let proxy: FaultProxy;
let home: string;
let engine: TestEngine;
let host: TypedClient<HostContract>;
/** Of the account; an empty one is what is left after signing out. */
let accountToken: string;

beforeEach(async () => {
  clock = createTestClock(1, Date.parse('2026-11-26T12:00:00Z'));
  home = await mkdtemp(join(tmpdir(), 'kling5-outlives-'));
  gateway = await startTestGateway({
    clock: { now: () => clock.now() },
    faults: { backupsKeptMs: 30 * dayMs },
  });
  proxy = await startFaultProxy(() => gateway.baseUrl);
  accountToken = gateway.token;
  host = hostedHost();
  await open();
});
afterEach(async () => {
  await engine.close();
  await proxy.close();
  await gateway.close();
  await rm(home, { recursive: true, force: true });
});

/** A cloud that is not in this home, with a keychain that a wipe empties. */
function hostedHost(): TypedClient<HostContract> {
  const inner = createTestHost(() => ({ baseUrl: proxy.baseUrl, token: accountToken }), new Map());
  return {
    call: async (name, input) => {
      const answer = await inner.call(name, input);
      return name === 'cloud.endpoint'
        ? ({ ...(answer as object), isEmbedded: false } as never)
        : answer;
    },
  };
}
async function open(): Promise<void> {
  engine = await startTestEngine({
    cloud: null,
    folder: home,
    deps: { clock, host, random: () => 0.9 },
  });
}
/** The same moment, at another pace. */
async function openAt(pace: number): Promise<void> {
  await engine.close();
  clock = createTestClock(pace, clock.now());
  await open();
}
async function makeClips(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const prompt = `${canary} ${number}`;
    const { items } = await engine.call('generations.create', { ...demoDraft, prompt });
    const { id, status } = await engine.ended(items[0]?.id ?? '');
    expect(status).toBe('ready');
    ids.push(id);
  }
  return ids;
}
const list = async () => (await engine.call('erasures.list', {})).items;
const problemOf = (wanted: string) =>
  engine.until(async () =>
    (await list()).some(({ problem }) => problem === wanted) ? true : null,
  );

/** Everything that the cloud has on its disk, byte by byte. */
function* filesOf(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesOf(path);
    else yield path;
  }
}
const storeHas = (words: readonly string[]) =>
  [...filesOf(gateway.dir)].filter((path) => {
    const bytes = readFileSync(path);
    return words.some(
      (word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')),
    );
  });
const mediaOf = (folder: string) =>
  existsSync(join(gateway.dir, folder)) ? readdirSync(join(gateway.dir, folder)) : [];

it('asks until every cloud has confirmed: offline for a day, errors for an hour, an expired token, a wiped device', async () => {
  await prepareToCreate(engine);
  const [first = '', second = ''] = await makeClips(3);
  const { cloudId } = await engine.call('generations.get', { id: first });
  await openAt(speed);

  // one deletion is asked for without a network, and a day goes by
  proxy.setNetwork(false);
  await engine.call('erasures.keepHere', { ids: [first] });
  await problemOf('cloud-unreachable');
  clock.jump(dayMs);
  expect((await list()).map(({ state }) => state)).toEqual(['waiting']);

  // a restart; then the cloud answers with errors for an hour
  await openAt(speed);
  const rules = [
    { route: 'createErasure', forMs: hourMs, fault: { type: 'status' as const, status: 500 } },
  ];
  await gateway.restart({ faults: { backupsKeptMs: 30 * dayMs, rules } });
  proxy.setNetwork(true);
  await engine.call('erasures.keepHere', { ids: [second] });
  await problemOf('cloud-unavailable');

  // meanwhile the token to erase runs out
  const { value } = await host.call('secrets.get', { name: 'erasure-tokens' });
  const expired = (value ?? '').replaceAll(
    /"expiresAt":"[^"]+"/g,
    '"expiresAt":"2026-11-01T00:00:00.000Z"',
  );
  await host.call('secrets.set', { name: 'erasure-tokens', value: expired });

  // and the device is wiped, with everything in the cloud
  claimHome(home);
  const waiting = (await list()).filter(({ state }) => state !== 'confirmed').map(({ id }) => id);
  expect(waiting.length).toBeGreaterThan(0);
  const { planId } = await engine.call('erasure.plan', {});
  await engine.call('erasure.order', { planId });
  await engine.close();
  await runPendingWipe({
    home,
    now: () => new Date(clock.now()),
    deleteSecrets: async () => {
      await host.call('secrets.delete', { name: 'erasure-tokens' });
      return 1;
    },
  });

  // the residue is all that is left, and says nothing but what it must
  expect(readdirSync(home).toSorted()).toEqual([
    '.kling5-home',
    'erase-receipt.json',
    'pending-erasure.json',
  ]);
  const residue = readFileSync(join(home, 'pending-erasure.json'), 'utf8');
  expect(residue).not.toContain(canary);
  expect(residue).not.toContain(gateway.token);
  const [left] = readResidue(home);
  expect(left?.erasures.map(({ key }) => key)).toEqual(expect.arrayContaining(waiting));
  expect(left?.erasures.flatMap(({ subjects }) => subjects)).toContainEqual({ type: 'everything' });

  // a new, empty library shows it, and goes on with it
  await open();
  const shown = await list();
  expect(shown.filter(({ isOfWipe }) => isOfWipe)).toHaveLength(left?.erasures.length ?? 0);
  expect((await engine.call('library.count', {})).total).toBe(0);
  await engine.until(async () =>
    (await list()).every(({ state }) => state === 'confirmed') ? true : null,
  );

  expect(readResidue(home)).toEqual([]);
  expect(existsSync(join(home, 'pending-erasure.json'))).toBe(false);
  const outcomes = readCloudOutcomes(home);
  expect(outcomes.map(({ key }) => key)).toEqual(expect.arrayContaining(waiting));
  for (const { state, receipt, signatureCheck } of outcomes) {
    expect([state, signatureCheck]).toEqual(['confirmed', 'valid']);
    expect(receipt).not.toBeNull();
  }
  // each receipt can be had from the cloud again
  for (const { key, receipt } of outcomes) {
    const again = await (await gateway.fetch(`/v1/erasures/${key}`)).json();
    expect(erasureSchema.parse(again).receipt).toEqual(receipt);
  }

  // live store at once, backups when their time has come
  expect([mediaOf('outputs'), mediaOf('assets'), mediaOf('uploads')]).toEqual([[], [], []]);
  clock.jump(31 * dayMs);
  await gateway.fetch(`/v1/erasures/${outcomes[0]?.key ?? ''}`);
  expect(mediaOf('backups')).toEqual([]);
  expect(storeHas([canary, cloudId ?? canary])).toEqual([]);
}, 60_000);

it('says so when nobody can let it go on, and goes on when somebody signs in again', async () => {
  await prepareToCreate(engine);
  const [id = ''] = await makeClips(1);
  await openAt(speed);
  await host.call('secrets.delete', { name: 'erasure-tokens' });
  accountToken = 'signed-out';
  await openAt(speed);
  await engine.call('erasures.keepHere', { ids: [id] });
  await problemOf('cloud-unauthorised');
  accountToken = gateway.token;
  await openAt(speed);
  await engine.until(async () =>
    (await list()).every(({ state }) => state === 'confirmed') ? true : null,
  );
  expect((await engine.call('generations.get', { id })).isInCloud).toBe(false);
});

it('goes on after signing out, with the token that can only erase', async () => {
  await prepareToCreate(engine);
  const [id = ''] = await makeClips(1);
  await engine.until(async () =>
    (await host.call('secrets.get', { name: 'erasure-tokens' })).value !== null ? true : null,
  );
  accountToken = 'signed-out';
  await openAt(speed);
  await engine.call('erasures.keepHere', { ids: [id] });
  await engine.until(async () =>
    (await list()).every(({ state }) => state === 'confirmed') ? true : null,
  );
  expect((await engine.call('generations.get', { id })).isInCloud).toBe(false);
});
