// A size on the command line, as people write it: 700MB, 4GB, 4.7 GB. Pure.
import { smallestPartBytes } from '#shared/contract/data.ts';
import { type OptionValues, textOption, UsageError } from './command.ts';

const units: Readonly<Record<string, number>> = { '': 1, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 };

/** Bytes; `null` without the option. */
export function sizeOption(options: OptionValues, name: string): number | null {
  const text = textOption(options, name);
  if (text === undefined) return null;
  const [, figure, unit = ''] = /^(\d+(?:\.\d+)?)\s*([KMGT]B)?$/i.exec(text.trim()) ?? [];
  const bytes = Math.floor(Number(figure) * (units[unit.toUpperCase()] ?? 1));
  if (Number.isFinite(bytes) && bytes >= smallestPartBytes) return bytes;
  throw new UsageError(`--${name} is a size such as 700MB or 4GB, and 1 MB at least.`);
}
