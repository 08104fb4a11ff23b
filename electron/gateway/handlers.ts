// One small function per route of the contract: takes a checked call, asks the part that knows, gives the answer.
import { z } from 'zod';
import type { ReceiptKey } from '#shared/gateway/service.ts';
import type { Accounts } from './account/accounts.ts';
import type { Credits } from './account/credits.ts';
import type { Auth } from './auth.ts';
import type { DataExports } from './data-exports/data-exports.ts';
import type { Erasures } from './erasures/erasures.ts';
import type { FeedbackBook } from './feedback/feedback.ts';
import type { Generations } from './generations/generations.ts';
import { json } from './http/answer.ts';
import type { RouteHandlers } from './http/route-table.ts';
import type { Outputs } from './outputs/outputs.ts';
import type { Offer } from './offer.ts';
import type { OnwardRequests } from './onward/onward-requests.ts';
import { Refusal } from './refusal.ts';
import type { Uploads } from './uploads/uploads.ts';

export interface HandlersDeps {
  readonly offer: Offer;
  readonly auth: Auth;
  readonly accounts: Accounts;
  readonly credits: Credits;
  readonly uploads: Uploads;
  readonly generations: Generations;
  readonly outputs: Outputs;
  readonly erasures: Erasures;
  readonly onward: OnwardRequests;
  readonly receiptKey: ReceiptKey;
  readonly dataExports: DataExports;
  readonly feedback: FeedbackBook;
}

const defaultPageSize = 50;
const offsetSchema = z.string().regex(/^\d{1,15}$/);

const header = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.[0];

export function createHandlers(deps: HandlersDeps): RouteHandlers {
  const { auth, accounts, credits, uploads, generations, outputs, erasures } = deps;
  return {
    service: () => json(200, { ...deps.offer.describe(), receiptKeys: [deps.receiptKey] }),
    account: async ({ accountId }) => json(200, await accounts.read(accountId)),
    credits: ({ accountId, query }) =>
      json(200, credits.list(accountId, query.cursor, query.limit ?? defaultPageSize)),
    onwardRequests: ({ query }) =>
      json(200, deps.onward.list(query.cursor, query.limit ?? defaultPageSize)),
    createUpload: async ({ accountId, body }) => {
      const { upload, isNew } = await uploads.create(accountId, body);
      return json(isNew ? 201 : 200, upload);
    },
    getUpload: async ({ accountId, path }) => json(200, await uploads.read(accountId, path.id)),
    appendUpload: async ({ accountId, path, request }) => {
      const offset = offsetSchema.safeParse(header(request.headers['upload-offset']));
      if (!offset.success) {
        throw new Refusal('invalid-request', 'Say where the bytes start.', {
          field: 'Upload-Offset',
        });
      }
      const bytes = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
      return json(200, await uploads.append(accountId, path.id, Number(offset.data), bytes));
    },
    createGeneration: ({ accountId, body, request }) => {
      const key = header(request.headers['idempotency-key']);
      const { generation, isNew } = generations.create(accountId, key, body);
      return json(isNew ? 201 : 200, generation);
    },
    listGenerations: ({ accountId, query }) =>
      json(200, generations.list(accountId, { ...query, limit: query.limit ?? defaultPageSize })),
    generationChanges: ({ accountId, query }) =>
      json(200, generations.changes(accountId, query.cursor, query.limit ?? defaultPageSize)),
    getGeneration: ({ accountId, path }) => json(200, generations.read(accountId, path.id)),
    cancelGeneration: ({ accountId, path }) => json(200, generations.cancel(accountId, path.id)),
    sendFeedback: ({ accountId, path, body }) =>
      json(200, deps.feedback.put(accountId, path.id, body)),
    outputContent: ({ path, query, request }) =>
      outputs.content(path.id, query, {
        method: request.method ?? 'GET',
        range: header(request.headers.range),
        ifRange: header(request.headers['if-range']),
      }),
    outputPoster: ({ path, query }) => outputs.poster(path.id, query),
    createErasure: async ({ accountId, body }) => {
      const erasure = await erasures.create(accountId, body);
      return json(erasure.state === 'confirmed' ? 200 : 202, erasure);
    },
    getErasure: async ({ accountId, path }) => json(200, await erasures.read(accountId, path.key)),
    createDataExport: ({ accountId }) => json(202, deps.dataExports.create(accountId)),
    getDataExport: ({ accountId, path }) => json(200, deps.dataExports.read(accountId, path.id)),
    dataExportContent: ({ path, query }) => deps.dataExports.content(path.id, query),
    createErasureToken: ({ accountId }) => json(201, auth.createErasureToken(accountId)),
  };
}
