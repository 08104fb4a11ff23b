// For any library: export, wipe, import and export give the same archive, but for what the format's documentation names.
// Many more libraries: `npm run fuzz -- archive`.
import { describe, expect, it } from 'vitest';
import { fillLibrary } from './testing/any-library.ts';
import { goRound } from './testing/round-trip.ts';
import { makeSampleLibrary } from './testing/sample-library.ts';
import { entities } from './format/entities.ts';

const seeds = Array.from({ length: 12 }, (_, index) => index + 1);
describe('any library', () => {
  it.each(seeds)('comes back from its archive as it was, seed %i', async (seed) => {
    expect((await goRound(seed)).problems).toEqual([]);
  });

  it('has something different in every column, so that none is lost unseen', () => {
    const seen = new Map<string, Set<string>>();
    for (const seed of seeds) {
      const library = makeSampleLibrary();
      try {
        fillLibrary(library, seed);
        for (const { table } of entities) {
          for (const row of library.db.prepare(`select * from ${table}`).all()) {
            for (const [column, value] of Object.entries(row as Record<string, unknown>)) {
              const values = seen.get(`${table}.${column}`) ?? new Set();
              seen.set(`${table}.${column}`, values.add(String(value)));
            }
          }
        }
      } finally {
        library.remove();
      }
    }
    const constant = [...seen].filter(([, values]) => values.size < 2).map(([column]) => column);
    expect(constant).toEqual([]);
    expect(new Set([...seen.keys()].map((column) => column.replace(/\..*/, ''))).size).toBe(
      entities.length,
    );
  });
});
