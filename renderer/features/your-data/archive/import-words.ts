// An import in sentences: amounts, what came of it, and what to do when it did not work.
import type { ImportReport, TaskState } from '#shared/contract/data.ts';
import type { AppError, ErrorCode } from '#shared/errors.ts';
import { errorWords } from '../../../engine/error-words.ts';
import { formatCount } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/translate.ts';
import {
  type Amount,
  importRows,
  newAmounts,
  otherRecords,
  presentAmounts,
} from './import-rows.ts';

/** `2 clips, 1 asset and 3 prompts` */
export function amountWords(t: Translate, amounts: readonly Amount[]): string {
  const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
  return list.format(
    amounts.map(({ kind, count }) =>
      t(`yourData:imported.${kind}`, { count, figure: formatCount(count) }),
    ),
  );
}

/** The title of the question. */
export function questionWords(t: Translate, fresh: readonly Amount[]): string {
  const [first] = fresh;
  if (!first) return t('yourData:importNothingTitle');
  const isTold = first.kind === 'outputs' || first.kind === 'assets';
  return isTold
    ? t('yourData:importTitle', { what: amountWords(t, [first]) })
    : t('yourData:importArchiveTitle');
}

export interface Outcome {
  /** What came in, or that nothing did. */
  readonly headline: string;
  readonly hasClips: boolean;
  /** Everything else that is to be said. */
  readonly sentences: readonly string[];
}

export function outcomeOf(t: Translate, report: ImportReport): Outcome {
  const rows = importRows(report.counts);
  const fresh = newAmounts(rows);
  const present = presentAmounts(rows);
  const records = otherRecords(report.counts);
  return {
    headline: headlineOf(t, fresh, records),
    hasClips: rows.some(({ kind }) => kind === 'outputs'),
    sentences: [
      ...(present.length > 0 && fresh.length > 0
        ? [t('yourData:importPresent', { what: amountWords(t, present) })]
        : []),
      ...report.notes,
    ],
  };
}

function headlineOf(t: Translate, fresh: readonly Amount[], records: number): string {
  if (fresh.length > 0) return t('yourData:importDone', { what: amountWords(t, fresh) });
  if (records === 0) return t('yourData:importNothing');
  return t('yourData:importRecords', { count: records, figure: formatCount(records) });
}

export interface ImportProblem {
  readonly what: string;
  /** What it means for the library, and what to do. */
  readonly next: string;
}

/** Codes whose usual words are about something else than an archive. */
const ownWords = {
  conflict: 'yourData:importProblems.conflict',
  'file-missing': 'yourData:importProblems.file-missing',
  'grant-unknown': 'yourData:importProblems.file-missing',
  'permission-denied': 'yourData:importProblems.permission-denied',
} as const satisfies Partial<Record<ErrorCode, string>>;

/** `task`: the import that failed; without one nothing was begun. */
export function problemOf(
  t: Translate,
  error: Pick<AppError, 'code' | 'message'>,
  task: TaskState | null = null,
): ImportProblem {
  const { code } = error;
  const what = isKeyOf(ownWords, code) ? t(ownWords[code]) : errorWords(t, error);
  if (task && hasBegun(task)) return { what, next: t('yourData:importPartly') };
  const isDamaged = code === 'archive-damaged';
  return { what, next: t(isDamaged ? 'yourData:importDamaged' : 'yourData:importUnchanged') };
}

/** From this phase on the library changes. */
export function hasBegun({ phase }: TaskState): boolean {
  return phase === 'import';
}

export function phaseWords(t: Translate, { phase }: TaskState): string {
  switch (phase) {
    case 'import':
      return t('yourData:importing');
    case 'plan':
      return t('yourData:importPlanning');
    default:
      return t('yourData:importChecking');
  }
}

function isKeyOf<T extends object>(record: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(record, key);
}
