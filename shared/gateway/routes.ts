// The HTTP contract in one table: the server registers it, the client reads it, the OpenAPI document is made from it.
import { z } from 'zod';
import { dataExportSchema } from './data-export.ts';
import { erasureRequestSchema, erasureSchema, erasureTokenSchema } from './erasure.ts';
import { feedbackRequestSchema, feedbackSchema } from './feedback.ts';
import {
  cloudGenerationSchema,
  generationChangesSchema,
  generationPageSchema,
  generationRequestSchema,
} from './generation.ts';
import { onwardPageSchema } from './onward.ts';
import { accountSchema, creditEntrySchema, serviceDescriptionSchema } from './service.ts';
import { uploadRequestSchema, uploadSchema } from './upload.ts';

/** What a token must allow. `service` needs none; `erasure` is all that a delete-only token can do. */
export type RouteScope = 'public' | 'account' | 'erasure' | 'signed-url';

export interface Route {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE';
  /** Path parameters as `:name`. */
  readonly path: string;
  readonly scope: RouteScope;
  readonly summary: string;
  readonly query?: z.ZodObject;
  /** `bytes` is a raw body. */
  readonly body?: z.ZodType | 'bytes';
  readonly requestHeaders?: readonly string[];
  readonly responses: Readonly<Record<number, z.ZodType | 'bytes' | 'empty'>>;
}

const listQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  idempotencyKey: z.string().max(80).optional(),
});

export const gatewayRoutes = {
  service: {
    method: 'GET',
    path: '/v1/service',
    scope: 'public',
    summary: 'Who this service is, where it runs, and what its models can do',
    responses: { 200: serviceDescriptionSchema },
  },
  account: {
    method: 'GET',
    path: '/v1/account',
    scope: 'account',
    summary: 'The account behind the token, with its credits',
    responses: { 200: accountSchema },
  },
  credits: {
    method: 'GET',
    path: '/v1/account/credits',
    scope: 'account',
    summary: 'The credit ledger, newest first',
    query: listQuery.omit({ idempotencyKey: true }),
    responses: {
      200: z.object({
        items: z.array(creditEntrySchema).max(500),
        nextCursor: z.string().max(200).nullable(),
      }),
    },
  },
  onwardRequests: {
    method: 'GET',
    path: '/v1/onward-requests',
    scope: 'account',
    summary: 'Requests to a provider, oldest first; those before the cursor are forgotten',
    query: listQuery.omit({ idempotencyKey: true }),
    responses: { 200: onwardPageSchema },
  },
  createUpload: {
    method: 'POST',
    path: '/v1/uploads',
    scope: 'account',
    summary: 'Announce content; already known content answers `complete` at once',
    body: uploadRequestSchema,
    responses: { 200: uploadSchema, 201: uploadSchema },
  },
  getUpload: {
    method: 'GET',
    path: '/v1/uploads/:id',
    scope: 'account',
    summary: 'How much of an upload has arrived',
    responses: { 200: uploadSchema },
  },
  appendUpload: {
    method: 'PATCH',
    path: '/v1/uploads/:id',
    scope: 'account',
    summary: 'Bytes from `Upload-Offset` on; the last ones are answered after the hash was checked',
    requestHeaders: ['Upload-Offset'],
    body: 'bytes',
    responses: { 200: uploadSchema },
  },
  createGeneration: {
    method: 'POST',
    path: '/v1/generations',
    scope: 'account',
    summary: 'Start a job; the same `Idempotency-Key` answers the same job and never charges again',
    requestHeaders: ['Idempotency-Key'],
    body: generationRequestSchema,
    responses: { 200: cloudGenerationSchema, 201: cloudGenerationSchema },
  },
  listGenerations: {
    method: 'GET',
    path: '/v1/generations',
    scope: 'account',
    summary: 'Jobs, newest first; `idempotencyKey` finds the one with that key',
    query: listQuery,
    responses: { 200: generationPageSchema },
  },
  generationChanges: {
    method: 'GET',
    path: '/v1/generation-changes',
    scope: 'account',
    summary:
      'Jobs that changed since the cursor, oldest change first; an unknown cursor starts again',
    query: listQuery.omit({ idempotencyKey: true }),
    responses: { 200: generationChangesSchema },
  },
  getGeneration: {
    method: 'GET',
    path: '/v1/generations/:id',
    scope: 'account',
    summary: 'One job with its progress, credits and outputs',
    responses: { 200: cloudGenerationSchema },
  },
  cancelGeneration: {
    method: 'POST',
    path: '/v1/generations/:id/cancel',
    scope: 'account',
    summary: 'Stop a job that has not ended; its credits come back',
    responses: { 200: cloudGenerationSchema },
  },
  sendFeedback: {
    method: 'POST',
    path: '/v1/generations/:id/feedback',
    scope: 'account',
    summary:
      'What the user thinks of a finished job, by their click; a second one replaces the first',
    body: feedbackRequestSchema,
    responses: { 200: feedbackSchema },
  },
  outputContent: {
    method: 'GET',
    path: '/v1/outputs/:id/content',
    scope: 'signed-url',
    summary: 'The bytes of a result, with Range, If-Range and a strong ETag',
    requestHeaders: ['Range', 'If-Range'],
    query: z.object({ expires: z.string().max(20), signature: z.string().max(100) }),
    responses: { 200: 'bytes', 206: 'bytes', 416: 'empty' },
  },
  outputPoster: {
    method: 'GET',
    path: '/v1/outputs/:id/poster',
    scope: 'signed-url',
    summary: 'A JPEG of one frame of a result',
    query: z.object({ expires: z.string().max(20), signature: z.string().max(100) }),
    responses: { 200: 'bytes' },
  },
  createErasure: {
    method: 'POST',
    path: '/v1/erasures',
    scope: 'erasure',
    summary: 'Erase in the cloud; what is already gone counts as erased',
    body: erasureRequestSchema,
    responses: { 200: erasureSchema, 202: erasureSchema },
  },
  getErasure: {
    method: 'GET',
    path: '/v1/erasures/:key',
    scope: 'erasure',
    summary: 'State and receipt of an erasure, by the key the client made',
    responses: { 200: erasureSchema },
  },
  createDataExport: {
    method: 'POST',
    path: '/v1/data-exports',
    scope: 'account',
    summary: 'Ask for everything that is held about the account; it is prepared by the due date',
    responses: { 202: dataExportSchema },
  },
  getDataExport: {
    method: 'GET',
    path: '/v1/data-exports/:id',
    scope: 'account',
    summary: 'State of such a request, with a signed address once it is ready',
    responses: { 200: dataExportSchema },
  },
  dataExportContent: {
    method: 'GET',
    path: '/v1/data-exports/:id/content',
    scope: 'signed-url',
    summary: 'The document: JSON Lines, each with kind, id and content',
    query: z.object({ expires: z.string().max(20), signature: z.string().max(100) }),
    responses: { 200: 'bytes' },
  },
  createErasureToken: {
    method: 'POST',
    path: '/v1/erasure-tokens',
    scope: 'account',
    summary: 'A token that can only erase; it outlives signing out',
    responses: { 201: erasureTokenSchema },
  },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof gatewayRoutes;
