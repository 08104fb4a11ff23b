// An archive that was cut off at every one of its structures, or of which single bytes were changed by chance.
import { createDice } from '../../../testing/dice.ts';
import { closeParts } from './honest-files.ts';
import type { FreshParts, HostileCase } from './hostile-case.ts';

const chanceCases = 80;

export function hostileDamage(fresh: FreshParts): HostileCase[] {
  const honest = closeParts(fresh());
  return [...cuts(honest), ...changes(honest)];
}

/** Places where a record starts: local headers, the directory's, the end's. */
function structures(honest: Buffer): { readonly name: string; readonly at: number }[] {
  const signatures = [
    ['a file', Buffer.from('PK\u0003\u0004')],
    ['an entry of the directory', Buffer.from('PK\u0001\u0002')],
    ['the end record', Buffer.from('PK\u0005\u0006')],
  ] as const;
  return signatures.flatMap(([name, signature]) => {
    const places: { name: string; at: number }[] = [];
    for (let at = honest.indexOf(signature); at !== -1; at = honest.indexOf(signature, at + 1)) {
      places.push({ name: `${name} at ${at}`, at });
    }
    return places;
  });
}

function cuts(honest: Buffer): HostileCase[] {
  const end = honest.length - 22;
  const inEnd = Array.from({ length: 21 }, (_, index) => end + 1 + index);
  const all = [
    ...structures(honest).flatMap(({ name, at }) => [
      { name: `before ${name}`, at },
      { name: `in the middle of ${name}`, at: at + 17 },
    ]),
    ...inEnd.map((at) => ({ name: `${honest.length - at} bytes before its end`, at })),
  ].filter(({ at }) => at < honest.length);
  return all.map(({ name, at }) => ({
    name: `an archive cut off ${name}`,
    make: () => honest.subarray(0, at),
    outcome: 'refused',
  }));
}

function changes(honest: Buffer): HostileCase[] {
  const directoryAt = honest.indexOf(Buffer.from('PK\u0001\u0002'));
  return Array.from({ length: chanceCases }, (_, seed) => ({
    name: `bytes changed by chance, seed ${seed}`,
    make: () => {
      const dice = createDice(seed);
      const bytes = Buffer.from(honest);
      // half of them hit the directory, where figures are believed
      const from = dice.chance(0.5) ? directoryAt : 0;
      for (let count = dice.upTo(4); count > 0; count -= 1) {
        const at = from + dice.below(bytes.length - from);
        bytes[at] = dice.pick([0, 0xff, 0x80, (bytes[at] ?? 0) ^ (1 << dice.below(8))]);
      }
      return bytes;
    },
    outcome: 'either',
  }));
}
