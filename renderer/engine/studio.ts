// The only door to `window.studio`: typed calls that throw AppError, and typed events. Must not keep any state of a screen.
import type {
  StudioBridge,
  StudioCallName,
  StudioEvent,
  StudioEventName,
  StudioInput,
  StudioOutput,
} from '#shared/contract/studio.ts';
import { AppError, fromWire } from '#shared/errors.ts';
import { takeAnswer } from '../ahead.ts';

declare global {
  interface Window {
    readonly studio: StudioBridge;
  }
}

let lastCallId = 0;

/** Calls the engine or the shell. Rejects with AppError; aborting `signal` cancels the call on the other side. */
export async function call<K extends StudioCallName>(
  name: K,
  input: StudioInput<K>,
  signal?: AbortSignal,
): Promise<StudioOutput<K>> {
  if (signal?.aborted) throw new AppError('cancelled', `${name} was cancelled`);
  lastCallId += 1;
  const callId = lastCallId;
  const cancel = () => window.studio.cancel(callId);
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    const reply = await (takeAnswer(name, input) ?? window.studio.call(callId, name, input));
    if (!reply.ok) throw fromWire(reply.error);
    return JSON.parse(reply.json) as StudioOutput<K>;
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

/** Listens to one event. Returns a function that stops. */
export function on<K extends StudioEventName>(
  name: K,
  listener: (payload: StudioEvent<K>) => void,
): () => void {
  return window.studio.subscribe((happened, payload) => {
    if (happened === name) listener(payload as StudioEvent<K>);
  });
}

/** A grant for a dropped or pasted file; `null` when it is no file on disk. */
export async function grantFile(file: File): Promise<string | null> {
  return window.studio.grantFile(file);
}
