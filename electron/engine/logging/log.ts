// What the engine may write to its log: a name and facts. Prompts, tokens, paths of the user never go in.
import type { LogField } from '#shared/domain/data-map/names.ts';

export type LogValue = string | number | boolean | null;

/** Only fields that the data map describes. */
export type LogFacts = { readonly [F in LogField]?: LogValue };

export interface Log {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  error(event: string, facts?: LogFacts): void;
}

export const silentLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
