// The answering side: parses every input against the contract, strips every output to it, and knows how to be cancelled.
import type { Contract } from '../contract/define.ts';
import { AppError, toAppError } from '../errors.ts';
import type { Port } from './messages.ts';

export interface CallContext {
  readonly signal: AbortSignal;
}

export type AnyHandler = (input: never, context: CallContext) => unknown;

export interface RpcServerOptions {
  readonly contract: Contract;
  readonly handlers: Readonly<Record<string, AnyHandler>>;
  /** Told of every failed call, with its name; for the log. */
  readonly onError?: (name: string, error: AppError) => void;
  /**
   * Resolves when the next call may begin, in the order in which it was asked. Calls that arrive together are else begun together, and
   * the first is answered when the work of the last is done.
   */
  readonly turn?: () => Promise<void>;
}

export async function dispatch(
  options: RpcServerOptions,
  name: string,
  input: unknown,
  context: CallContext,
): Promise<unknown> {
  const definition = Object.hasOwn(options.contract, name) ? options.contract[name] : undefined;
  const handler = Object.hasOwn(options.handlers, name) ? options.handlers[name] : undefined;
  if (!definition || definition.kind === 'event' || !handler) {
    throw new AppError('invalid-input', `There is no call named ${name.slice(0, 80)}`);
  }
  const parsed = definition.input.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new AppError('invalid-input', issue?.message ?? 'The input is not valid', {
      details: { call: name, field: issue?.path.join('.') ?? '' },
    });
  }
  const value = await handler(parsed.data as never, context);
  const output = definition.output.safeParse(value);
  if (!output.success) {
    const issue = output.error.issues[0];
    throw new AppError('internal', `${name} answered outside the contract: ${issue?.message}`, {
      details: { call: name, field: issue?.path.join('.') ?? '' },
    });
  }
  return output.data;
}

/** Serves a contract on a port. Returns a function that stops, cancelling what runs. */
export function serveRpc(port: Port, options: RpcServerOptions): () => void {
  const running = new Map<number, AbortController>();

  const stop = port.listen((message) => {
    if (message.type === 'cancel') {
      running.get(message.id)?.abort();
      return;
    }
    if (message.type !== 'call') return;
    const { id, name } = message;
    const controller = new AbortController();
    running.set(id, controller);
    const begin = () => {
      if (controller.signal.aborted) throw new AppError('cancelled', `${name} was cancelled`);
      return dispatch(options, name, message.input, { signal: controller.signal });
    };
    (options.turn ? options.turn().then(begin) : begin())
      .then(
        (value) => port.send({ type: 'reply', id, ok: true, json: JSON.stringify(value) }),
        (thrown: unknown) => {
          const error = toAppError(thrown);
          options.onError?.(name, error);
          port.send({ type: 'reply', id, ok: false, error: error.toWire() });
        },
      )
      .finally(() => running.delete(id));
  });

  return () => {
    stop();
    for (const controller of running.values()) controller.abort();
    running.clear();
  };
}
