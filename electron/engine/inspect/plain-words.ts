// A value that is kept as JSON, as a person would say it. Pure; the record of the row shows the value itself.

const deepest = 3;

export function plainWords(value: unknown, depth = 0): string {
  if (value === null || value === undefined || value === '') return 'not set';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (depth >= deepest || typeof value !== 'object') return JSON.stringify(value) ?? '';
  const parts = Array.isArray(value)
    ? value.map((item) => plainWords(item, depth + 1))
    : Object.entries(value).map(
        ([name, item]) => `${spaced(name)}: ${plainWords(item, depth + 1)}`,
      );
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}

/** `includeMedia` becomes `include media`. */
function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('_', ' ');
}
