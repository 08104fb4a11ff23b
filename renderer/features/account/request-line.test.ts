import { expect, it } from 'vitest';
import type { PrivacyRequest } from '#shared/contract/privacy-requests.ts';
import { createTranslate } from '../../i18n/translate.ts';
import { requestLine } from './request-line.ts';

const request: PrivacyRequest = {
  id: 'request-1',
  kind: 'access',
  text: '',
  state: 'sent',
  writtenAt: '2026-11-20T12:00:00.000Z',
  sentAt: '2026-11-21T12:00:00.000Z',
  dueAt: '2026-12-21T12:00:00.000Z',
  answeredAt: null,
  answer: '',
};
const line = (change: Partial<PrivacyRequest>, now: string) =>
  requestLine(createTranslate(), { ...request, ...change }, Date.parse(now));

it('says by when an answer is due, and when it is overdue', () => {
  expect(line({}, '2026-12-20T12:00:00.000Z')).toBe(
    'Sent 21 Nov 2026, an answer is due by 21 Dec 2026',
  );
  expect(line({}, '2026-12-22T12:00:00.000Z')).toBe(
    'Sent 21 Nov 2026. The answer was due on 21 Dec 2026',
  );
});

it('knows drafts and answers', () => {
  const now = '2027-01-01T12:00:00.000Z';
  expect(line({ state: 'draft', sentAt: null, dueAt: null }, now)).toBe('Draft of 20 Nov 2026');
  expect(line({ state: 'answered', answeredAt: '2026-12-01T12:00:00.000Z' }, now)).toBe(
    'Answered 1 Dec 2026',
  );
});
