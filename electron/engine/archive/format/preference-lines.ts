// preferences.json as lines of an archive: the choices a person made, without the place of the library on this computer.
import { z } from 'zod';

export const preferencesEntity = {
  name: 'preferences',
  description: 'Choices such as theme and language',
  schema: z
    .strictObject({ key: z.string(), value: z.json() })
    .describe('Choices such as theme and language'),
} as const;

const leftOut: readonly string[] = ['libraryPath', 'window'];

/** A file that cannot be read has nothing to say. */
export function* preferenceLines(text: string): Generator<string> {
  const parsed = z.record(z.string(), z.json()).safeParse(parseJson(text));
  if (!parsed.success) return;
  for (const [key, value] of Object.entries(parsed.data)) {
    if (!leftOut.includes(key)) yield JSON.stringify({ key, value });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
