// A day or a moment on the command line, as people write it. Pure.
import { type OptionValues, textOption, UsageError } from './command.ts';

const dayForm = /^(\d{4})-(\d{2})-(\d{2})$/;
const momentForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** ISO 8601 in UTC. A day is one of this computer's: its beginning, or with `'end'` the beginning of the next one. */
export function dayOption(
  options: OptionValues,
  name: string,
  edge: 'start' | 'end',
): string | undefined {
  const text = textOption(options, name);
  if (text === undefined) return undefined;
  const moment = momentForm.test(text) ? new Date(text) : dayFrom(text, edge);
  if (moment && !Number.isNaN(moment.getTime())) return moment.toISOString();
  throw new UsageError(
    `--${name} is a day such as 2026-06-30, or a moment such as 2026-06-30T18:00:00Z.`,
  );
}

function dayFrom(text: string, edge: 'start' | 'end'): Date | null {
  const [, year, month, day] = (dayForm.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const start = new Date(year, month - 1, day);
  const isReal = start.getMonth() === month - 1 && start.getDate() === day; // not 31 June
  if (!isReal) return null;
  return edge === 'start' ? start : new Date(year, month - 1, day + 1);
}
