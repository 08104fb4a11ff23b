// What travels between two processes, whatever carries it. Plain JSON, nothing else.
import type { WireError } from '../errors.ts';

export interface CallMessage {
  readonly type: 'call';
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}
export interface CancelMessage {
  readonly type: 'cancel';
  readonly id: number;
}
/** The value travels as JSON text: whoever only passes it on need not take it apart. */
export type ReplyMessage =
  | { readonly type: 'reply'; readonly id: number; readonly ok: true; readonly json: string }
  | { readonly type: 'reply'; readonly id: number; readonly ok: false; readonly error: WireError };
export interface EventMessage {
  readonly type: 'event';
  readonly name: string;
  readonly payload: unknown;
}
export type Message = CallMessage | CancelMessage | ReplyMessage | EventMessage;

/** A two-way pipe: `child_process` IPC, a utility process port, Electron ipc, or two functions in a test. */
export interface Port {
  send(message: Message): void;
  /** Returns a function that stops listening. */
  listen(listener: (message: Message) => void): () => void;
}

const isId = (value: unknown): value is number => typeof value === 'number' && value >= 0;

function isReply({ id, ok, json }: Record<string, unknown>): boolean {
  return isId(id) && (ok === false || (ok === true && typeof json === 'string'));
}

/** Checks the shape of something that arrived; `null` when it is not one of ours. */
export function readMessage(value: unknown): Message | null {
  if (typeof value !== 'object' || value === null) return null;
  const message = value as Record<string, unknown>;
  switch (message['type']) {
    case 'call':
      return isId(message['id']) && typeof message['name'] === 'string'
        ? {
            type: 'call',
            id: message['id'],
            name: message['name'],
            input: message['input'],
          }
        : null;
    case 'cancel':
      return isId(message['id']) ? { type: 'cancel', id: message['id'] } : null;
    case 'reply':
      return isReply(message) ? (message as unknown as ReplyMessage) : null;
    case 'event':
      return typeof message['name'] === 'string'
        ? { type: 'event', name: message['name'], payload: message['payload'] }
        : null;
    default:
      return null;
  }
}
