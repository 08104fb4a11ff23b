// What must never be in a log: fields that the data map does not describe, and what looks like a secret in those it does. Pure.
import { mappedLogFields } from '#shared/domain/data-map/names.ts';
import type { LogValue } from './log.ts';

const patterns: readonly [RegExp, string][] = [
  [/bearer\s+[^\s"']+/gi, 'Bearer [redacted]'],
  [/([?&][\w-]*(?:signature|token|key|expires)=)[^&\s"']+/gi, '$1[redacted]'],
  [/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, '[redacted]'],
  [/[\w.+-]+@[\w-]+\.[\w.-]+/g, '[redacted]'],
  [/(?:[A-Za-z]:\\|\/)(?:Users|home|root)[\\/][^\s"']*/g, '[path]'],
];
const maxLength = 300;

/** A field that the data map does not describe is not written, whoever asks. */
export function redactFacts(
  facts: Readonly<Record<string, LogValue | undefined>>,
): Readonly<Record<string, LogValue | undefined>> {
  const known = Object.entries(facts).filter(([name]) => Object.hasOwn(mappedLogFields, name));
  return Object.fromEntries(
    known.map(([name, value]) => [name, typeof value === 'string' ? redactText(value) : value]),
  );
}

function redactText(text: string): string {
  return patterns
    .reduce((kept, [pattern, replacement]) => kept.replace(pattern, replacement), text)
    .slice(0, maxLength);
}
