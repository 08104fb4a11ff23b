// The real time, ids and randomness, for the process entry and for tests.
import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghijklmnopqrstuv';
const idLength = 24;

/** 120 random bits as small letters and digits. */
export function randomId(): string {
  return [...randomBytes(idLength)].map((byte) => alphabet[byte % alphabet.length]).join('');
}
