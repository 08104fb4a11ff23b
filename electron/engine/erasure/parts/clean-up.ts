// Rules that a person has set: old, large or unrated clips go to the trash, and what was in the trash for long enough is erased. Off
// until somebody sets them. Looks a while after the start and then every hour, never at the moment of a change.
import type { CleanUpRule } from '#shared/domain/studio-settings.ts';
import { toAppError } from '#shared/errors.ts';
import { isoTime } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import type { EngineContext } from '../../engine-context.ts';
import { isBeingMoved } from '../../move/move-order.ts';
import { planChange } from '../../organise/plan-change.ts';
import type { Amount } from './amount.ts';
import type { EraseQueue } from './erase-queue.ts';
import { findTargets, referencesOf } from './find-targets.ts';

const dayMs = 86_400_000;
const firstMs = 120_000;
const everyMs = 3_600_000;
/** What somebody changed or took back from the trash is left alone for so long, whatever the rule. */
const restDays = 7;

interface Meant extends Amount {
  readonly ids: readonly string[];
}

export function previewCleanUp(
  { db, clock }: Pick<EngineContext, 'db' | 'clock'>,
  rule: CleanUpRule | null,
  trashDays: number | null,
): { readonly toTrash: Amount; readonly fromTrash: Amount } {
  const nowMs = clock.now();
  return {
    toTrash: rule ? findMeant(db, rule, nowMs) : { count: 0, bytes: 0 },
    fromTrash: trashDays === null ? { count: 0, bytes: 0 } : overdue(db, trashDays, nowMs),
  };
}

export function keepClean(
  context: EngineContext,
  queue: EraseQueue,
  changed: (reason: 'removed') => void,
): void {
  const { clock, log, onClose } = context;
  const look = () => {
    cancel = clock.later(everyMs, look);
    try {
      cleanUp(context, queue, changed);
    } catch (thrown) {
      log.warn('not-cleaned-up', { code: toAppError(thrown).code });
    }
  };
  let cancel = clock.later(firstMs, look);
  onClose(() => cancel());
}

export function cleanUp(
  context: EngineContext,
  queue: EraseQueue,
  changed: (reason: 'removed') => void,
): void {
  const { db, clock, settings, undo } = context;
  if (isBeingMoved(context)) return;
  const { cleanUp: rule, trashDays } = settings.now;
  if (rule) {
    const { ids } = findMeant(db, rule, clock.now());
    if (undo.run('trash', planChange(db, ids, { type: 'trash' }, clock.now()))) changed('removed');
  }
  if (trashDays === null) return;
  const { items } = findTargets(db, trashedFor(trashDays, clock.now()));
  if (items.length > 0) queue.order({ type: 'rule', kind: null, place: 'both', items });
}

function findMeant(db: Database, rule: CleanUpRule, nowMs: number): Meant {
  const { olderThanDays, largerThanBytes, onlyUnrated } = rule;
  const rows = db.all<{ readonly id: string; readonly bytes: number }>(
    `select g.id, (select coalesce(sum(size_bytes), 0) from output
       where generation_sequence = g.sequence) as bytes
     from generation g where g.status = 'ready' and g.trashed_at is null and g.is_favourite = 0
       and g.updated_at < ? and (? = 0 or g.rating = 0)`,
    nowMs - Math.max(olderThanDays ?? 0, restDays) * dayMs,
    onlyUnrated ? 1 : 0,
  );
  const meant = rows.filter(({ bytes }) => bytes > (largerThanBytes ?? -1));
  return {
    ids: meant.map(({ id }) => id),
    count: meant.length,
    bytes: meant.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

function overdue(db: Database, trashDays: number, nowMs: number): Amount {
  const { items } = findTargets(db, trashedFor(trashDays, nowMs));
  const sum = db.get<{ readonly bytes: number }>(
    `select coalesce(sum(size_bytes), 0) as bytes from output
     where generation_sequence in (select value from json_each(?))`,
    referencesOf(items, 'clip'),
  );
  return { count: items.length, bytes: sum?.bytes ?? 0 };
}

const trashedFor = (days: number, nowMs: number) =>
  ({ type: 'trash', trashedBefore: isoTime(nowMs - days * dayMs) }) as const;
