// A request of no job, to a server of a test. For tests and nothing else.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpRequest } from '../cloud/http-client.ts';

export function plainRequest(server: Server): HttpRequest {
  return {
    method: 'GET',
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    headers: {},
    timeoutMs: 5000,
    route: '/',
    purpose: 'Test',
    dataKinds: [],
    generationId: null,
  };
}
