// A small client for the gateway's own tests: every answer is checked against the contract.
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { z } from 'zod';
import { type Erasure, type ErasureRequest, erasureSchema } from '#shared/gateway/erasure.ts';
import { type GatewayFailure, gatewayFailureSchema } from '#shared/gateway/failure.ts';
import {
  type CloudGeneration,
  cloudGenerationSchema,
  type GenerationRequest,
} from '#shared/gateway/generation.ts';
import { type Account, accountSchema } from '#shared/gateway/service.ts';
import { type Upload, uploadSchema } from '#shared/gateway/upload.ts';
import type { TestGateway } from './start-gateway.ts';

export interface Reply<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
  /** Set for refusals; then `body` is not to be read. */
  readonly error: GatewayFailure['error'] | null;
}

export type TestClient = ReturnType<typeof createClient>;

export const generationRequest: GenerationRequest = {
  kind: 'text-to-video',
  modelId: 'kling-3.0-omni',
  prompt: 'A lighthouse in fog',
  parameters: {},
  images: [],
  consents: { training: false },
  take: 1,
};

const ended = ['succeeded', 'failed', 'refused', 'cancelled', 'expired'];
const pollMs = 10;

export function createClient(gateway: Pick<TestGateway, 'baseUrl' | 'fetch'>) {
  async function send<S extends z.ZodType>(
    schema: S,
    path: string,
    init: RequestInit = {},
  ): Promise<Reply<z.output<S>>> {
    const response = await gateway.fetch(path, init);
    const value: unknown = await response.json();
    const { status, headers } = response;
    if (response.ok) return { status, headers, body: schema.parse(value), error: null };
    const { error } = gatewayFailureSchema.parse(value);
    return { status, headers, body: value as z.output<S>, error };
  }

  const post = (value: unknown, headers: Record<string, string> = {}): RequestInit => ({
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(value),
  });

  const read = (id: string) => send(cloudGenerationSchema, `/v1/generations/${id}`);

  async function until(
    id: string,
    isReached: (generation: CloudGeneration) => boolean,
  ): Promise<CloudGeneration> {
    for (;;) {
      const { body, error } = await read(id);
      if (error) throw new Error(`${error.code}: ${error.message}`);
      if (isReached(body)) return body;
      await wait(pollMs);
    }
  }

  return {
    send,
    post,
    read,
    create: (changes: Partial<GenerationRequest> = {}, key: string = randomUUID()) =>
      send(
        cloudGenerationSchema,
        '/v1/generations',
        post({ ...generationRequest, ...changes }, { 'Idempotency-Key': key }),
      ),
    running: (id: string) => until(id, ({ status }) => status === 'running'),
    finished: (id: string) => until(id, ({ status }) => ended.includes(status)),
    cancel: (id: string) =>
      send(cloudGenerationSchema, `/v1/generations/${id}/cancel`, { method: 'POST' }),
    account: async (): Promise<Account> => (await send(accountSchema, '/v1/account')).body,
    announce: (content: Uint8Array, mimeType: string, sha256 = sha256Of(content)) =>
      send(uploadSchema, '/v1/uploads', post({ sha256, sizeBytes: content.length, mimeType })),
    append: (id: string, offset: number, content: Uint8Array) =>
      send(uploadSchema, `/v1/uploads/${id}`, {
        method: 'PATCH',
        headers: { 'Upload-Offset': String(offset) },
        body: Buffer.from(content),
      }),
    erase: (request: ErasureRequest, init: RequestInit = {}): Promise<Reply<Erasure>> =>
      send(erasureSchema, '/v1/erasures', { ...post(request), ...init }),
    upload: async (content: Uint8Array, mimeType: string): Promise<Upload> => {
      const announced = await send(
        uploadSchema,
        '/v1/uploads',
        post({ sha256: sha256Of(content), sizeBytes: content.length, mimeType }),
      );
      const appended = await send(uploadSchema, `/v1/uploads/${announced.body.id}`, {
        method: 'PATCH',
        headers: { 'Upload-Offset': '0' },
        body: Buffer.from(content),
      });
      return appended.body;
    },
    download: async (generation: CloudGeneration) => {
      const url = generation.outputs[0]?.url ?? '';
      const response = await fetch(new URL(url, gateway.baseUrl));
      const bytes = Buffer.from(await response.arrayBuffer());
      return { bytes, sha256: sha256Of(bytes), response };
    },
  };
}

export function sha256Of(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
