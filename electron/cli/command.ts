// What a command of `kling5` is: a name, its options as data, and one function. Types only, and the two ways to end badly.
import type { ParseArgsOptionsConfig } from 'node:util';
import { AppError } from '#shared/errors.ts';
import type { Output } from './output.ts';
import type { Session, SessionOptions } from './session.ts';

/** Exit status: done, failed, called wrongly. */
export type ExitCode = 0 | 1 | 2;

export type OptionValues = Readonly<
  Record<string, string | boolean | (string | boolean)[] | undefined>
>;

export interface CommandContext {
  readonly options: OptionValues;
  readonly positionals: readonly string[];
  readonly home: string;
  readonly version: string;
  readonly output: Output;
  /** Aborted by Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
  /** Opens the library and its engine; ends with the command. */
  openSession(options?: Partial<SessionOptions>): Promise<Session>;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** After the name: `--prompt <text> [--wait]`. */
  readonly usage: string;
  readonly options: ParseArgsOptionsConfig;
  /** Names of arguments without a dash; all required. */
  readonly positionals?: readonly string[];
  readonly help?: readonly string[];
  run(context: CommandContext): Promise<ExitCode>;
}

/** Called wrongly: exit status 2. */
export class UsageError extends AppError {
  readonly isUsage = true;
  constructor(message: string) {
    super('invalid-input', message);
  }
}

export function textOption(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  if (value !== undefined && typeof value !== 'string')
    throw new UsageError(`--${name} is given once.`);
  return value;
}

/** As `textOption`, and an empty one is a mistake: a variable that is not set must not stand for the default. */
export function filledOption(options: OptionValues, name: string): string | undefined {
  const value = textOption(options, name);
  if (value?.trim() === '') throw new UsageError(`--${name} is empty.`);
  return value;
}

export function requiredOption(options: OptionValues, name: string): string {
  const value = textOption(options, name);
  if (value === undefined || value === '') throw new UsageError(`--${name} is missing.`);
  return value;
}

export function numberOption(
  options: OptionValues,
  name: string,
  range: { readonly minimum: number; readonly maximum: number; readonly otherwise: number },
): number {
  const text = textOption(options, name);
  if (text === undefined) return range.otherwise;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < range.minimum || value > range.maximum) {
    throw new UsageError(`--${name} is a number from ${range.minimum} to ${range.maximum}.`);
  }
  return value;
}

export function listOption(options: OptionValues, name: string): readonly string[] {
  const value = options[name];
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}
