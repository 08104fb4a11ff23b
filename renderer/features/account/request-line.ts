// The muted line under a request: how far it is, and by when an answer has to be there. Pure.
import type { PrivacyRequest } from '#shared/contract/privacy-requests.ts';
import { formatDate } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';

export function requestLine(t: Translate, request: PrivacyRequest, nowMs: number): string {
  const { state, writtenAt, sentAt, dueAt, answeredAt } = request;
  if (state === 'draft') return t('requests:draftSince', { date: formatDate(writtenAt) });
  if (state === 'answered') {
    return t('requests:answeredAt', { date: formatDate(answeredAt ?? writtenAt) });
  }
  const due = dueAt ?? writtenAt;
  return t(Date.parse(due) < nowMs ? 'requests:overdue' : 'requests:sentAt', {
    date: formatDate(sentAt ?? writtenAt),
    due: formatDate(due),
  });
}
