import { expect, test } from 'vitest';
import { legalBases } from './data-map.ts';
import { recipients, serviceKeeps } from './recipients.ts';

const named =
  'infrastructure, storage, CDN, sign-in, analytics, email, payment, AI providers, advisers, authorities';

test('every category that the policy names is described, and none is left without a legal basis', () => {
  expect(Object.keys(recipients)).toHaveLength(named.split(', ').length);
  for (const { basis } of [...Object.values(recipients), ...Object.values(serviceKeeps)]) {
    expect(legalBases).toContain(basis);
  }
});

test('what the service keeps says how long, and promises no number that nobody has named', () => {
  for (const { period } of Object.values(serviceKeeps)) {
    expect(period.length).toBeGreaterThan(10);
    expect(period).not.toMatch(/\d/);
  }
});
