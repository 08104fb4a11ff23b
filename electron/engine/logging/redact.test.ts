import { expect, test } from 'vitest';
import { redactFacts } from './redact.ts';

test.each([
  'Authorization: Bearer abc.def-123',
  'GET /v1/outputs/1/content?expires=1&signature=canary',
  'mail canary@example.com',
  'open /home/canary/Videos/x.mp4',
  'C:\\Users\\canary\\x',
  'eyJhbGciOiJIUzI1NiJ9.canary.canary',
])('nothing secret is left of "%s"', (message) => {
  expect(JSON.stringify(redactFacts({ message }))).not.toMatch(/canary|abc\.def/);
});

test('a field that the data map does not describe is left out', () => {
  expect(redactFacts({ prompt: 'neon', token: 'x', tookMs: 12 })).toEqual({ tookMs: 12 });
});
