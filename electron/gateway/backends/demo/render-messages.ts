// What the pool and its workers say to each other. Shapes only.
import type { WireError } from '#shared/errors.ts';
import type { ClipRequest, ClipResult } from './clip-request.ts';

export interface ToWorker {
  readonly id: number;
  readonly request: ClipRequest;
}

export type FromWorker =
  | { readonly id: number; readonly type: 'progress'; readonly fraction: number }
  | { readonly id: number; readonly type: 'done'; readonly result: ClipResult }
  | { readonly id: number; readonly type: 'failed'; readonly error: WireError };
