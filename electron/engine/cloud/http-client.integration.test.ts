// The HTTP client against servers that answer badly: what arrived is in the books, and a request is there before it leaves.
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../clock.ts';
import type { LedgerEnding, LedgerRequest } from '../database/ledger-writes.ts';
import { plainRequest } from '../testing/plain-request.ts';
import { createHttpClient } from './http-client.ts';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

async function start(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const begun: LedgerRequest[] = [];
  const ended: LedgerEnding[] = [];
  const http = createHttpClient({
    clock: systemClock,
    version: '0',
    record: (request) => {
      begun.push(request);
      return (ending) => ended.push(ending);
    },
  });
  cleanups.push(() => {
    http.close();
    server.closeAllConnections();
    server.close();
  });
  const request = plainRequest(server);
  return { http, begun, ended, request };
}

test('a body that stops is given up in time; its status and what arrived are in the ledger', async () => {
  const { http, ended, request } = await start((_, response) => {
    response.writeHead(200, { 'Content-Length': 10 });
    response.write('four');
  });
  await expect(http.text({ ...request, timeoutMs: 150 })).rejects.toMatchObject({
    code: 'cloud-timeout',
  });
  expect(ended).toMatchObject([{ status: 200, bytesReceived: 4, outcome: 'failed' }]);
});

test('a body that is cut off is no answer', async () => {
  const { http, ended, request } = await start((_, response) => {
    response.writeHead(200, { 'Content-Length': 10 });
    response.write('four', () => response.socket?.destroy());
  });
  await expect(http.text(request)).rejects.toMatchObject({ code: 'cloud-unreachable' });
  expect(ended).toMatchObject([{ status: 200, bytesReceived: 4, outcome: 'failed' }]);
});

test('a request that is stopped within its body is a cancelled one', async () => {
  const controller = new AbortController();
  const { http, ended, request } = await start((_, response) => {
    response.write('four', () => setImmediate(() => controller.abort()));
  });
  await expect(http.text({ ...request, signal: controller.signal })).rejects.toMatchObject({
    code: 'cancelled',
  });
  expect(ended).toMatchObject([{ outcome: 'cancelled' }]);
});

test.each([
  ['bytes that are no text', Buffer.from([0x7b, 0xff, 0x7d])],
  ['a text without end', Buffer.alloc(9 * 1024 * 1024, 'a')],
])('%s are refused', async (_, body) => {
  const { http, request } = await start((_, response) => void response.end(body));
  await expect(http.text(request)).rejects.toMatchObject({ code: 'cloud-invalid-answer' });
});

test('a request is in the ledger before it leaves', async () => {
  let knownWhenItArrived = 0;
  const { http, begun, request } = await start((_, response) => {
    knownWhenItArrived = begun.length;
    response.end('{}');
  });
  await http.text(request);
  expect(knownWhenItArrived).toBe(1);
});

test('after a sleep, nobody waits for a connection into the network; this device is another matter', async () => {
  const arrived = Promise.withResolvers<ServerResponse>();
  const { http, request } = await start((_, response) => arrived.resolve(response));
  // takes connections and never says a word, as the far end of a dead connection does
  const connected = Promise.withResolvers<Socket>();
  const silent = createTcpServer((socket) => connected.resolve(socket));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => silent.close());
  const { port } = silent.address() as AddressInfo;
  const remote = http.text({ ...request, url: new URL(`https://127.0.0.1:${port}/`) });
  const local = http.text(request);
  const socket = await connected.promise;
  cleanups.push(() => socket.destroy());
  const response = await arrived.promise;
  http.dropConnections();
  await expect(remote).rejects.toMatchObject({ code: 'cloud-unreachable' });
  response.end('here');
  await expect(local).resolves.toMatchObject({ status: 200, text: 'here' });
});
