// What must never be in a log, taken out by name and by look. Pure.
import type { LogFacts } from './log.ts';

const secretNames = /prompt|title|notes|token|secret|password|authorization|signature|email/i;
const patterns: readonly [RegExp, string][] = [
  [/bearer\s+[^\s"']+/gi, 'Bearer [redacted]'],
  [/([?&][\w-]*(?:signature|token|key|expires)=)[^&\s"']+/gi, '$1[redacted]'],
  [/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, '[redacted]'],
  [/[\w.+-]+@[\w-]+\.[\w.-]+/g, '[redacted]'],
  [/(?:[A-Za-z]:\\|\/)(?:Users|home|root)[\\/][^\s"']*/g, '[path]'],
];
const maxLength = 300;

export function redactFacts(facts: LogFacts): LogFacts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      secretNames.test(name) ? '[redacted]' : typeof value === 'string' ? redactText(value) : value,
    ]),
  );
}

export function redactText(text: string): string {
  return patterns
    .reduce((kept, [pattern, replacement]) => kept.replace(pattern, replacement), text)
    .slice(0, maxLength);
}
