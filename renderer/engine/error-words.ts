// The words for an error: by its code, with the sentence of the engine where that says more.
import type { AppError, ErrorCode } from '#shared/errors.ts';
import type { Translate } from '../i18n/translate.ts';

/** Codes whose message was written for people where it arose, with names and numbers in it. */
const tellsMore: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'invalid-input',
  'policy-refused',
  'credits-insufficient',
  'destination-changed',
  'disk-full',
  'asset-unreadable',
  'asset-unsupported',
  'asset-too-large',
  'library-not-ours',
  'archive-damaged',
  'archive-unsupported',
  'render-failed',
]);

export function errorWords(t: Translate, error: Pick<AppError, 'code' | 'message'>): string {
  return ownWords(error) ?? t(`errors:${error.code}`);
}

/** The sentence that was written where it arose, where that says more than its code. */
export function ownWords({ code, message }: Pick<AppError, 'code' | 'message'>): string | null {
  return tellsMore.has(code) && message !== '' ? message : null;
}
