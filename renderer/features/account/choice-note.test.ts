import { expect, it } from 'vitest';
import { createTranslate } from '../../i18n/translate.ts';
import { choiceNote } from './choice-note.ts';

const t = createTranslate();
const at = '2026-11-09T18:30:00.000Z';

it('says that nobody ever agreed to training, and what goes along instead', () => {
  expect(choiceNote(t, { purpose: 'training', isAllowed: false, decidedAt: null })).toBe(
    'Never agreed. Each clip is sent with “no training”.',
  );
});

it('says when something was withdrawn or allowed again', () => {
  expect(choiceNote(t, { purpose: 'send-prompts', isAllowed: false, decidedAt: at })).toMatch(
    /^Withdrawn 9 Nov 2026, \d\d:30\. No clip is sent\./,
  );
  expect(choiceNote(t, { purpose: 'read-history', isAllowed: true, decidedAt: at })).toMatch(
    /^Agreed 9 Nov 2026/,
  );
});

it('says that what a clip needs is allowed until the user objects', () => {
  expect(choiceNote(t, { purpose: 'send-references', isAllowed: true, decidedAt: null })).toBe(
    'Allowed until you object. Only for clips that use them.',
  );
});
