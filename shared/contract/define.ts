// How one call or event of a contract is written down: its schemas, its deadline, its kind.
import type { z } from 'zod';

export interface QueryDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query';
  readonly input: I;
  readonly output: O;
  readonly deadlineMs: number;
}
export interface CommandDefinition<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly kind: 'command';
  readonly input: I;
  readonly output: O;
  readonly deadlineMs: number;
}
export interface EventDefinition<P extends z.ZodType = z.ZodType> {
  readonly kind: 'event';
  readonly payload: P;
}
export type Definition = QueryDefinition | CommandDefinition | EventDefinition;
export type Contract = Readonly<Record<string, Definition>>;

interface CallShape<I extends z.ZodType, O extends z.ZodType> {
  readonly input: I;
  readonly output: O;
  /** Milliseconds; queries answer within 10 s and commands within 30 s unless told otherwise. */
  readonly deadlineMs?: number;
}

/** A call that changes nothing and may be repeated. */
export function defineQuery<I extends z.ZodType, O extends z.ZodType>(
  shape: CallShape<I, O>,
): QueryDefinition<I, O> {
  return { kind: 'query', deadlineMs: 10_000, ...shape };
}

/** A call that changes something. */
export function defineCommand<I extends z.ZodType, O extends z.ZodType>(
  shape: CallShape<I, O>,
): CommandDefinition<I, O> {
  return { kind: 'command', deadlineMs: 30_000, ...shape };
}

export function defineEvent<P extends z.ZodType>(payload: P): EventDefinition<P> {
  return { kind: 'event', payload };
}

type Calls<C extends Contract> = {
  [K in keyof C as C[K] extends EventDefinition ? never : K]: C[K];
};
export type CallName<C extends Contract> = keyof Calls<C> & string;
export type EventName<C extends Contract> = Exclude<keyof C & string, CallName<C>>;

/** What the caller passes: defaults may be left out. */
export type CallInput<C extends Contract, K extends keyof C> = C[K] extends { input: infer I }
  ? I extends z.ZodType
    ? z.input<I>
    : never
  : never;
/** What the handler receives: parsed. */
export type ParsedInput<C extends Contract, K extends keyof C> = C[K] extends { input: infer I }
  ? I extends z.ZodType
    ? z.output<I>
    : never
  : never;
export type CallOutput<C extends Contract, K extends keyof C> = C[K] extends { output: infer O }
  ? O extends z.ZodType
    ? z.output<O>
    : never
  : never;
export type EventPayload<C extends Contract, K extends keyof C> = C[K] extends { payload: infer P }
  ? P extends z.ZodType
    ? z.output<P>
    : never
  : never;

/** One handler per call, none missing, none unknown. */
export type Handlers<C extends Contract, Context> = {
  readonly [K in CallName<C>]: (
    input: ParsedInput<C, K>,
    context: Context,
  ) => Promise<CallOutput<C, K>> | CallOutput<C, K>;
};
