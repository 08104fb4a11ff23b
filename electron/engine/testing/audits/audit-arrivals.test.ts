import { expect, test } from 'vitest';
import { auditArrivals, type LedgerLine } from './audit-arrivals.ts';

const sent = (status: number | null): LedgerLine => ({
  method: 'POST',
  path: '/v1/generations',
  status,
});
const came = (status: number | null) => ({ route: 'createGeneration', status });

test('the same requests on both sides add up', () => {
  expect(auditArrivals([sent(201), sent(409)], [came(409), came(201)])).toEqual([]);
});

test('a request that was cut off may have had any answer, or may never have come', () => {
  expect(auditArrivals([sent(null), sent(201)], [came(201), came(201)])).toEqual([]);
  expect(auditArrivals([sent(201)], [came(null)])).toEqual([]);
  expect(auditArrivals([sent(null)], [])).toEqual([]);
});

test('a request that is not in the ledger is found', () => {
  expect(auditArrivals([sent(201)], [came(201), came(201)])).toEqual([
    'createGeneration: 2 came to the gateway, 1 are in the ledger',
    'createGeneration: 1 answers are not in the ledger',
  ]);
});

test('an answer in the ledger that was never given is found', () => {
  expect(auditArrivals([sent(201)], [came(409)])).toEqual([
    'createGeneration: 1 answers are not in the ledger',
    'createGeneration: 1 answers were never given',
  ]);
});
