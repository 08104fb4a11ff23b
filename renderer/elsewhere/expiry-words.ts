// How long the cloud keeps a clip, in words. Pure; the clock is passed in.
import { daysLeft, isAtRisk } from '#shared/domain/cloud-expiry.ts';
import { formatDate, formatShortDate, formatTime } from '../i18n/format.ts';
import type { Translate } from '../i18n/translate.ts';

export interface ExpiryWords {
  readonly text: string;
  /** Somebody should act. */
  readonly isAtRisk: boolean;
}

export function expiryWords(t: Translate, expiresAt: string | null, nowMs: number): ExpiryWords {
  if (expiresAt === null) return { text: t('elsewhere:stays'), isAtRisk: false };
  const atMs = Date.parse(expiresAt);
  const date = formatDate(expiresAt);
  if (!isAtRisk(atMs, nowMs)) return { text: t('elsewhere:until', { date }), isAtRisk: false };
  const count = daysLeft(atMs, nowMs);
  const text =
    count > 0
      ? t('elsewhere:daysLeft', { count, date })
      : t('elsewhere:goesAt', { date: formatShortDate(expiresAt), time: formatTime(expiresAt) });
  return { text, isAtRisk: true };
}
