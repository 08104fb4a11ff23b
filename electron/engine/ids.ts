// Makes the opaque ids of rows and keys: 20 characters without vowels or look-alikes, about 96 random bits.
import { randomBytes } from 'node:crypto';

export interface Ids {
  make(): string;
}

const alphabet = '23456789bcdfghjkmnpqrstvwxyz2345';

export function createIds(bytes: (size: number) => Uint8Array = randomBytes): Ids {
  return {
    make: () => Array.from(bytes(20), (byte) => alphabet[byte & 31] ?? '2').join(''),
  };
}
