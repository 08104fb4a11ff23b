// The shape of `window.studio`: all that the renderer can reach. A test keeps a snapshot of it.
import type { CallInput, CallName, CallOutput, EventName, EventPayload } from './define.ts';
import type { EngineContract } from './engine.ts';
import type { ShellContract } from './shell.ts';

export type StudioContract = EngineContract & ShellContract;

export type StudioCallName = CallName<StudioContract>;
export type StudioEventName = EventName<StudioContract>;
export type StudioInput<K extends StudioCallName> = CallInput<StudioContract, K>;
export type StudioOutput<K extends StudioCallName> = CallOutput<StudioContract, K>;
export type StudioEvent<K extends StudioEventName> = EventPayload<StudioContract, K>;

/**
 * Replies are envelopes, because an Error loses its code on the way through the context bridge, and carry JSON text,
 * because the bridge copies objects property by property.
 */
export type StudioReply =
  { readonly ok: true; readonly json: string } | { readonly ok: false; readonly error: unknown };

export interface StudioBridge {
  call(callId: number, name: string, input: unknown): Promise<StudioReply>;
  cancel(callId: number): void;
  /** Returns a function that stops listening. */
  subscribe(listener: (name: string, payload: unknown) => void): () => void;
  /** A grant for a file that was dropped or pasted; `null` when it is not a file on disk. */
  grantFile(file: unknown): Promise<string | null>;
}
