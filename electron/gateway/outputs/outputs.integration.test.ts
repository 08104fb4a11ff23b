import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CloudOutput } from '#shared/gateway/generation.ts';
import { startTestGateway, type TestGateway } from '../testing/start-gateway.ts';
import { createClient, sha256Of } from '../testing/test-client.ts';

let gateway: TestGateway;
let output: CloudOutput;
let whole: Buffer;
let nowMs = Date.UTC(2026, 0, 1);

beforeAll(async () => {
  gateway = await startTestGateway({ clock: { now: () => nowMs } });
  const client = createClient(gateway);
  const done = await client.finished((await client.create()).body.id);
  [output] = done.outputs as [CloudOutput];
  whole = (await client.download(done)).bytes;
});
afterAll(() => gateway.close());

const get = (headers: Record<string, string> = {}, method = 'GET', url = output.url) =>
  fetch(new URL(url, gateway.baseUrl), { method, headers });

describe('the bytes of a result', () => {
  it('come whole, with a strong validator', async () => {
    const response = await get();
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      etag: `"${output.sha256}"`,
      'accept-ranges': 'bytes',
      'content-length': String(output.sizeBytes),
      'content-type': 'video/mp4',
      'x-content-type-options': 'nosniff',
    });
    expect(sha256Of(Buffer.from(await response.arrayBuffer()))).toBe(output.sha256);
  });

  it.each([
    ['bytes=0-0', 0, 1],
    ['bytes=10-19', 10, 20],
    ['bytes=100-', 100, undefined],
    ['bytes=-5', -5, undefined],
    ['bytes=-999999999', 0, undefined],
    ['bytes=5-999999999', 5, undefined],
  ])('come in part for %s', async (range, start, end) => {
    const response = await get({ range });
    const expected = whole.subarray(start, end);
    const first = start < 0 ? whole.length + start : start;
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(
      `bytes ${first}-${first + expected.length - 1}/${whole.length}`,
    );
    expect(Buffer.from(await response.arrayBuffer()).equals(expected)).toBe(true);
  });

  it.each(['bytes=999999999-', 'bytes=-0'])('are not there for %s', async (range) => {
    const response = await get({ range });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe(`bytes */${whole.length}`);
  });

  it.each(['bytes=5-2', 'bytes=0-1,4-5', 'items=0-1', 'bytes=', 'bytes=a-b'])(
    'come whole when %s says nothing that is served',
    async (range) => {
      const response = await get({ range });
      expect(response.status).toBe(200);
      expect((await response.arrayBuffer()).byteLength).toBe(whole.length);
    },
  );

  it('continue only with the validator they began with', async () => {
    const range = 'bytes=10-';
    const same = await get({ range, 'if-range': `"${output.sha256}"` });
    const stale = await get({ range, 'if-range': '"another"' });
    const date = await get({ range, 'if-range': 'Thu, 01 Jan 2026 00:00:00 GMT' });
    expect([same.status, stale.status, date.status]).toEqual([206, 200, 200]);
  });

  it('answer HEAD like GET, without the bytes', async () => {
    const response = await get({ range: 'bytes=0-0' }, 'HEAD');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe(String(whole.length));
    expect((await response.arrayBuffer()).byteLength).toBe(0);
  });

  it('come with a poster', async () => {
    const response = await get({}, 'GET', output.posterUrl ?? '');
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff');
  });
});

describe('a signed URL', () => {
  const changed = (change: (url: URL) => void) => {
    const url = new URL(output.url, gateway.baseUrl);
    change(url);
    return url.href;
  };
  const refusal = async (url: string) => {
    const response = await fetch(url);
    const { error } = (await response.json()) as { error: { code: string } };
    return [response.status, error.code];
  };

  it('is refused when anything in it was changed', async () => {
    const later = String(Math.floor(nowMs / 1_000) + 999_999);
    const tampered = [
      changed((url) => url.searchParams.set('expires', later)),
      changed((url) => url.searchParams.set('signature', 'A'.repeat(43))),
      changed((url) => (url.pathname = '/v1/outputs/another-output/content')),
      changed((url) => (url.pathname = url.pathname.replace('content', 'poster'))),
    ];
    for (const url of tampered) expect(await refusal(url)).toEqual([403, 'forbidden']);
  });

  it('is refused without its query', async () => {
    expect(await refusal(changed((url) => (url.search = '')))).toEqual([400, 'invalid-request']);
  });

  it('stops working after an hour', async () => {
    const before = nowMs;
    nowMs += 3_600_000 - 1_000;
    expect((await get()).status).toBe(200);
    nowMs += 1_000;
    expect(await refusal(changed(() => undefined))).toEqual([403, 'expired']);
    nowMs = before;
  });
});
