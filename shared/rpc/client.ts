// The calling side: numbers calls, keeps their deadlines, cancels, and rejects all when the other side is gone.
import { AppError, fromWire } from '../errors.ts';
import type { Port, ReplyMessage } from './messages.ts';

export interface CallOptions {
  /** Milliseconds until the call rejects with `deadline`. */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal;
}

export interface RpcClient {
  call(name: string, input: unknown, options: CallOptions): Promise<unknown>;
  /** The answer as the JSON text in which it came, for a process that only passes it on. */
  callForJson(name: string, input: unknown, options: CallOptions): Promise<string>;
  /** Every pending call rejects with `reason`; calls after that are allowed. */
  rejectAll(reason: AppError): void;
  close(): void;
  readonly pendingCount: number;
}

/** Timers are injected so that the module stays free of any platform. */
export interface RpcTimers {
  set(callback: () => void, delayMs: number): unknown;
  clear(timer: unknown): void;
}

interface Pending {
  readonly settle: (reply: ReplyMessage | AppError) => void;
}

export function createRpcClient(port: Port, timers: RpcTimers): RpcClient {
  const pending = new Map<number, Pending>();
  let nextId = 1;

  const stop = port.listen((message) => {
    if (message.type === 'reply') pending.get(message.id)?.settle(message);
  });

  function callForJson(name: string, input: unknown, options: CallOptions): Promise<string> {
    return new Promise((resolve, reject) => {
      if (options.signal?.aborted) {
        reject(new AppError('cancelled', `${name} was cancelled`));
        return;
      }
      const id = nextId++;
      const cancel = (error: AppError) => {
        pending.get(id)?.settle(error);
        port.send({ type: 'cancel', id });
      };
      const onAbort = () => cancel(new AppError('cancelled', `${name} was cancelled`));
      const timer = timers.set(
        () =>
          cancel(
            new AppError('deadline', `${name} took longer than ${options.deadlineMs} ms`, {
              retryable: true,
              details: { call: name },
            }),
          ),
        options.deadlineMs,
      );
      const settle = (reply: ReplyMessage | AppError) => {
        pending.delete(id);
        timers.clear(timer);
        options.signal?.removeEventListener('abort', onAbort);
        if (reply instanceof AppError) reject(reply);
        else if (reply.ok) resolve(reply.json);
        else reject(fromWire(reply.error));
      };
      pending.set(id, { settle });
      options.signal?.addEventListener('abort', onAbort, { once: true });
      port.send({ type: 'call', id, name, input });
    });
  }

  function rejectAll(reason: AppError): void {
    for (const { settle } of pending.values()) settle(reason);
  }

  return {
    call: async (name, input, options): Promise<unknown> =>
      JSON.parse(await callForJson(name, input, options)),
    callForJson,
    rejectAll,
    close: () => {
      stop();
      rejectAll(new AppError('engine-unavailable', 'The connection was closed'));
    },
    get pendingCount() {
      return pending.size;
    },
  };
}
