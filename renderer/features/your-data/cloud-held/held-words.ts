// How asking the cloud for everything stands, in words, and whether it can be asked now. Pure; the clock is passed in.
import type { AccessState } from '#shared/contract/access.ts';
import { formatCount, formatDate } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/translate.ts';

export interface HeldView {
  /** How the request stands; `null` when there is nothing to say beyond the answer. */
  readonly state: string | null;
  /** What keeps it from going on, or from being asked. */
  readonly problem: string | null;
  readonly isLate: boolean;
  /** `null` while an answer is awaited, or when this cloud cannot be asked. */
  readonly ask: { readonly label: string; readonly isDisabled: boolean } | null;
}

export interface Circumstances {
  readonly isOffline: boolean;
  readonly nowMs: number;
}

export function heldView(t: Translate, access: AccessState, now: Circumstances): HeldView {
  const { request, held, isOffered } = access;
  if (request?.state === 'preparing') {
    const isLate = Date.parse(request.dueAt) < now.nowMs;
    const dates = { asked: formatDate(request.requestedAt), due: formatDate(request.dueAt) };
    return {
      state: t(isLate ? 'access:state.overdue' : 'access:state.preparing', dates),
      problem: waitingProblem(t, request.problem, now.isOffline),
      isLate,
      ask: null,
    };
  }
  const label = t(request ? 'access:askAgain' : 'access:ask');
  return {
    state: endedWords(t, request?.state ?? null, held !== null),
    problem: askProblem(t, isOffered, now.isOffline),
    isLate: false,
    ask: isOffered ? { label, isDisabled: now.isOffline } : null,
  };
}

type Ended = Exclude<NonNullable<AccessState['request']>['state'], 'preparing'>;

function endedWords(t: Translate, state: Ended | null, isKept: boolean): string | null {
  if (state === 'expired') return t('access:state.expired');
  return state === 'fetched' && !isKept ? t('access:state.forgotten') : null;
}

function askProblem(t: Translate, isOffered: boolean, isOffline: boolean): string | null {
  if (isOffline) return t('access:askOffline');
  return isOffered ? null : t('access:notOffered');
}

const problems: Readonly<Record<string, 'offline' | 'busy' | 'signedOut' | 'damaged'>> = {
  'cloud-unreachable': 'offline',
  'cloud-timeout': 'busy',
  'cloud-unavailable': 'busy',
  'cloud-rate-limited': 'busy',
  'cloud-unauthorised': 'signedOut',
  'hash-mismatch': 'damaged',
  'size-mismatch': 'damaged',
};

function waitingProblem(t: Translate, code: string | null, isOffline: boolean): string | null {
  if (isOffline) return t('access:problem.offline');
  return code === null ? null : t(`access:problem.${problems[code] ?? 'other'}`);
}

type Held = NonNullable<AccessState['held']>;

const kinds = ['account', 'generation', 'asset', 'upload', 'credit', 'erasure', 'notice'] as const;

/** In a fixed order; kinds that a newer cloud made up are one line at the end. */
export function heldCounts(t: Translate, counts: Held['counts']) {
  const known = kinds.flatMap((kind) => {
    const found = counts.find((entry) => entry.kind === kind);
    return found ? [{ kind, count: found.count }] : [];
  });
  const isKnown = new Set<string>(kinds);
  const rest = counts
    .filter(({ kind }) => !isKnown.has(kind))
    .reduce((sum, { count }) => sum + count, 0);
  return [...known, ...(rest > 0 ? [{ kind: 'other' as const, count: rest }] : [])].map(
    ({ kind, count }) => ({
      id: kind,
      name: t(`access:kind.${kind}`),
      value: formatCount(count),
    }),
  );
}

export function onlyThereWords(t: Translate, { clips, images }: Held['onlyThere']): string {
  const parts = [
    ...(clips > 0 ? [t('access:clips', { count: clips, figure: formatCount(clips) })] : []),
    ...(images > 0 ? [t('access:images', { count: images, figure: formatCount(images) })] : []),
  ];
  const [one, other] = parts;
  if (one === undefined) return t('access:allHere');
  const what = other === undefined ? one : t('access:and', { one, other });
  return t('access:onlyThere', { what });
}

/** Whether an archive has it, for the panel of the export; `null` where a cloud cannot be asked. */
export function inArchiveWords(t: Translate, { held, request, isOffered }: AccessState) {
  if (held) return t('access:inArchive', { date: formatDate(held.fetchedAt) });
  if (request?.state === 'preparing') return t('access:notYetInArchive');
  return isOffered ? t('access:notInArchive') : null;
}
