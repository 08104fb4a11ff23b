// A deletion that a cloud was, or is to be, asked for, and where such deletions are kept: in the library's database, or after a wipe
// in the residue file. Types only.
import type { ErasureReceipt, ErasureSubject } from '#shared/gateway/erasure.ts';
import type { SignatureCheck } from './receipt-signature.ts';

/** The cloud that runs inside this app; its address changes with every start. */
export const embeddedCloud = 'embedded';

export interface PendingErasure {
  /** Makes the request idempotent; made once, when the deletion was asked for. */
  readonly key: string;
  readonly subjects: readonly ErasureSubject[];
  /** `confirmed`: only the cloud's backups are still to be looked after. */
  readonly state: 'waiting' | 'accepted' | 'confirmed';
  readonly requestedAtMs: number;
  readonly attempts: number;
  /** Address, or `embedded`; `null` until it was first asked. */
  readonly cloud: string | null;
}

export interface Confirmation {
  /** `null` where the cloud never had it and therefore gives none. */
  readonly receipt: ErasureReceipt | null;
  readonly check: SignatureCheck | null;
  /** Public key that the check was made with. */
  readonly key: string | null;
  readonly backupsUntilMs: number | null;
  readonly backupsPurgedAtMs: number | null;
}

export type ErasureNews =
  | { readonly type: 'asked'; readonly cloud: string }
  | { readonly type: 'accepted'; readonly nextTryAtMs: number }
  | {
      readonly type: 'confirmed';
      readonly atMs: number;
      readonly nextTryAtMs: number | null;
      readonly confirmation: Confirmation;
    }
  | { readonly type: 'failed'; readonly code: string; readonly nextTryAtMs: number };

export interface ErasureStore {
  /** Those whose time has come, oldest first. */
  due(nowMs: number): readonly PendingErasure[];
  /** When the next one's time comes; `null` when there is none. */
  nextAtMs(): number | null;
  note(key: string, news: ErasureNews): void;
  /** Nothing is tried before: the cloud cannot be reached at all. */
  putOff(untilMs: number): void;
  /** Everything that waits may be tried now; only what could not reach the cloud when `isOnlyUnreached`. */
  hurry(nowMs: number, isOnlyUnreached: boolean): void;
}
