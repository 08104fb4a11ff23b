// Why an archive could not be written, in words about the place it was to go to. Pure.
import type { AppError } from '#shared/errors.ts';
import { errorWords } from '../../../engine/error-words.ts';
import type { Translate } from '../../../i18n/translate.ts';

const aboutThePlace = {
  'file-missing': 'exportPart:placeGone',
  'permission-denied': 'exportPart:placeClosed',
  'disk-read-only': 'exportPart:placeClosed',
  'disk-error': 'exportPart:placeBroken',
  conflict: 'exportPart:nameTaken',
} as const;

export function exportProblem(t: Translate, error: Pick<AppError, 'code' | 'message'>): string {
  return error.code in aboutThePlace
    ? t(aboutThePlace[error.code as keyof typeof aboutThePlace])
    : errorWords(t, error);
}
