// Every fault at every step between click and clip: each job ends delivered and paid once, or not delivered and paid back,
// as the cloud's own books say; and both sides' books name the same requests.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { auditSoon } from '../testing/audits/audit-world.ts';
import type { ProxyFault, ProxyRule } from '../testing/faults/proxy-script.ts';
import { type JobWorld, startJobWorld } from '../testing/job-world.ts';
import { demoDraft } from '../testing/start-engine.ts';

/** Where a redirect leads; nobody must ever come here. */
let elsewhere: Server;
let visitors = 0;
let elsewhereUrl = '';
beforeAll(async () => {
  elsewhere = createServer((_, response) => {
    visitors += 1;
    response.end();
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  elsewhereUrl = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
});
afterAll(() => {
  elsewhere.close();
});

const faults: readonly (readonly [string, () => ProxyFault])[] = [
  ['delayed', () => ({ type: 'delay', delayMs: 40 })],
  ['cut before it arrives', () => ({ type: 'cut-before' })],
  ['done, and the answer is cut', () => ({ type: 'cut-after' })],
  ['cut in the middle of the body', () => ({ type: 'cut-body' })],
  ['truncated', () => ({ type: 'truncate' })],
  ['sent twice', () => ({ type: 'duplicate' })],
  ['overtaken', () => ({ type: 'reorder' })],
  ['answered with a wrong byte', () => ({ type: 'corrupt' })],
  ['answered 500', () => ({ type: 'status', status: 500, when: 'before' })],
  ['done, and answered 502', () => ({ type: 'status', status: 502, when: 'after' })],
  ['503 with Retry-After', () => status(503)],
  ['429 with Retry-After', () => status(429)],
  ['answered 403 by a stranger', () => ({ type: 'status', status: 403, when: 'before' })],
  ['done, and answered 404 by a stranger', () => ({ type: 'status', status: 404, when: 'after' })],
  ['done, and answered with a page', () => ({ type: 'html', when: 'after' })],
  ['200 with an error inside', () => ({ type: 'error-body', when: 'before' })],
  ['redirected to another host', () => ({ type: 'redirect', to: elsewhereUrl })],
];
const status = (code: number): ProxyFault => ({
  type: 'status',
  status: code,
  when: 'before',
  retryAfterSeconds: 1,
});

interface Step {
  readonly name: string;
  /** The request that the fault hits. */
  readonly route: string;
  readonly nth?: number;
  /** What has to go wrong first, so that the request is made at all. */
  readonly before?: readonly ProxyRule[];
  readonly play: (world: JobWorld, shade: number) => Promise<number>;
}

const steps: readonly Step[] = [
  { name: 'service', route: 'service', play: look },
  { name: 'account', route: 'account', play: look },
  { name: 'announce an image', route: 'createUpload', play: fromImage },
  { name: 'upload an image', route: 'appendUpload', play: fromImage },
  { name: 'submit', route: 'createGeneration', play: fromText },
  {
    name: 'find by key',
    route: 'listGenerations',
    before: [{ route: 'createGeneration', fault: { type: 'cut-after' } }],
    play: fromText,
  },
  { name: 'read the status', route: 'getGeneration', play: fromText },
  { name: 'read the result', route: 'getGeneration', nth: 2, play: fromText },
  { name: 'fetch the result', route: 'outputContent', play: fromText },
  { name: 'fetch the poster', route: 'outputPoster', play: fromText },
  { name: 'cancel', route: 'cancelGeneration', play: cancelled },
];

async function create(world: JobWorld, draft = demoDraft): Promise<string> {
  const { items } = await world.engine.call('generations.create', draft);
  return items[0]?.id ?? '';
}

/** Resolves with the number of jobs made. */
async function fromText(world: JobWorld): Promise<number> {
  await world.engine.ended(await create(world));
  return 1;
}

async function fromImage(world: JobWorld, shade: number): Promise<number> {
  await world.engine.ended(await create(world, await world.imageDraft(shade)));
  return 1;
}

async function look(world: JobWorld): Promise<number> {
  await world.engine.call('cloud.refresh', {});
  return fromText(world);
}

async function cancelled(world: JobWorld): Promise<number> {
  world.gateway.backend.hold();
  const id = await create(world);
  await world.engine.until(async () => {
    const job = await world.engine.call('generations.get', { id });
    return job.status === 'rendering' && job.progress !== null ? job : null;
  });
  await world.engine.call('generations.cancel', { id });
  world.gateway.backend.release();
  await world.engine.ended(id);
  return 1;
}

describe.each(faults)('a request that is %s', (_, fault) => {
  let world: JobWorld | null = null;
  let created = 0;
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    await world?.remove();
    world = null;
  });
  afterAll(() => world?.remove());

  it.each(steps)('at the step: $name', async ({ route, nth, before, play }) => {
    if (world === null) {
      world = await startJobWorld({ random: () => 0 });
      created = 0;
    }
    world.proxy.play([
      ...(before ?? []),
      { route, ...(nth === undefined ? {} : { nth }), fault: fault() },
    ]);
    created += await play(world, created);
    const { jobs, ledger } = await auditSoon(world, created);
    expect(world.proxy.hits).toBe(1 + (before?.length ?? 0));
    expect([...jobs.problems, ...ledger.problems]).toEqual([]);
    expect(jobs.delivered * 30).toBe(jobs.charged);
    expect(visitors).toBe(0);
  });
});
