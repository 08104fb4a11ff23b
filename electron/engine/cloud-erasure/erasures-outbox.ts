// What the rest of the engine may ask of the outbox of deletions in the cloud. Types only.
import type { ErasuresWaiting } from '#shared/contract/erasures.ts';

export interface CloudErasures {
  /** To be called after a deletion was queued and its transaction has ended. */
  wake(): void;
  tryNow(): Promise<void>;
  waiting(): ErasuresWaiting;
  start(): void;
  stop(): Promise<void>;
}
