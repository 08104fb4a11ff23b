import { expect, test } from 'vitest';
import { toAppError } from './errors.ts';

const thrown = (code: string) => Object.assign(new Error('as the system says it'), { code });

test.each([
  ['SQLITE_IOERR_READ', 'disk-error'],
  ['SQLITE_CANTOPEN', 'disk-error'],
  ['SQLITE_CORRUPT_VTAB', 'library-damaged'],
  ['SQLITE_READONLY_DBMOVED', 'disk-read-only'],
  ['SQLITE_BUSY_SNAPSHOT', 'library-locked'],
  ['SQLITE_CONSTRAINT_UNIQUE', 'internal'],
  ['ESTALE', 'disk-error'],
  ['ENOTCONN', 'disk-error'],
  ['EDQUOT', 'disk-full'],
  ['EWHATEVER', 'internal'],
] as const)('%s is %s', (code, expected) => {
  expect(toAppError(thrown(code)).code).toBe(expected);
});
