// The muted line under a choice: what was said, when, and what follows from it. Pure.
import type { Choices } from '#shared/contract/choices.ts';
import { isAllowedAtFirst } from '#shared/domain/choices.ts';
import { formatDateTime } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';

export function choiceNote(
  t: Translate,
  { purpose, isAllowed, decidedAt }: Choices['items'][number],
): string {
  return `${answerWords(t, purpose, isAllowed, decidedAt)}. ${t(
    isAllowed ? `choices:onNote.${purpose}` : `choices:offNote.${purpose}`,
  )}`;
}

function answerWords(
  t: Translate,
  purpose: Choices['items'][number]['purpose'],
  isAllowed: boolean,
  decidedAt: string | null,
): string {
  if (decidedAt === null) {
    return t(isAllowedAtFirst[purpose] ? 'choices:asAtFirst' : 'choices:neverAgreed');
  }
  return t(isAllowed ? 'choices:agreedAt' : 'choices:withdrawnAt', {
    time: formatDateTime(decidedAt),
  });
}
