// The outbox in the library's database. A confirmation and what it means for clips are kept in one transaction.
import { z } from 'zod';
import { type ErasureSubject, erasureSubjectSchema } from '#shared/gateway/erasure.ts';
import type { Database } from '../database/database.ts';
import { allVerdictsLeft, verdictsLeft } from '../feedback/verdict-rows.ts';
import { isAssetInUse } from './keep-here.ts';
import { longestWaitMs } from './erasure-runner.ts';
import type { Confirmation, ErasureStore, PendingErasure } from './pending-erasure.ts';

interface Row {
  readonly id: string;
  readonly subjects: string;
  readonly state: PendingErasure['state'];
  readonly requested_at: number;
  readonly attempts: number;
  readonly cloud: string | null;
}

const subjectsSchema = z.array(erasureSubjectSchema);

export function readSubjects(text: string): readonly ErasureSubject[] {
  return subjectsSchema.parse(JSON.parse(text));
}

const untilJobsEndMs = 15_000;

/** Unfinished, or confirmed with backups to look after. */
const open = `(state <> 'confirmed' or next_try_at is not null)`;

export function createOutboxStore(db: Database, onConfirmed: () => void): ErasureStore {
  return {
    due: (nowMs) =>
      db
        .all<Row>(
          // a clock that was set back must not turn an hour into days
          `select id, subjects, state, requested_at, attempts, cloud from erasure
           where ${open} and (next_try_at is null or next_try_at <= ?
             or (state <> 'confirmed' and next_try_at > ?))
           order by requested_at, id`,
          nowMs,
          nowMs + 2 * longestWaitMs,
        )
        .map((row) => ({
          key: row.id,
          subjects: readSubjects(row.subjects),
          state: row.state,
          requestedAtMs: row.requested_at,
          attempts: row.attempts,
          cloud: row.cloud,
        }))
        .filter((pending) => !waitsForJobs(db, pending, nowMs)),
    nextAtMs: () =>
      db.get<{ readonly at: number | null }>(
        `select min(coalesce(next_try_at, 0)) as at from erasure where ${open}`,
      )?.at ?? null,
    note: (key, news) => {
      switch (news.type) {
        case 'asked':
          db.run('update erasure set cloud = coalesce(cloud, ?) where id = ?', news.cloud, key);
          return;
        case 'accepted':
          db.run(
            `update erasure set state = 'accepted', attempts = attempts + 1, last_error = null, next_try_at = ?
             where id = ?`,
            news.nextTryAtMs,
            key,
          );
          return;
        case 'failed':
          db.run(
            `update erasure set attempts = attempts + 1, last_error = ?, next_try_at = ? where id = ?`,
            news.code,
            news.nextTryAtMs,
            key,
          );
          return;
        case 'confirmed':
          db.transaction(() => confirm(db, key, news));
          onConfirmed();
          return;
        default:
          news satisfies never;
      }
    },
    putOff: (untilMs) =>
      void db.run(
        `update erasure set next_try_at = ? where state <> 'confirmed' and coalesce(next_try_at, 0) < ?`,
        untilMs,
        untilMs,
      ),
    hurry: (nowMs, isOnlyUnreached) =>
      void db.run(
        `update erasure set next_try_at = ? where state <> 'confirmed' and coalesce(next_try_at, 0) > ?
           and (? = 0 or last_error is null or last_error in ('cloud-unreachable', 'cloud-timeout'))`,
        nowMs,
        nowMs,
        isOnlyUnreached ? 1 : 0,
      ),
  };
}

/** An image that was sent again since, for a job under way, goes when that job has ended. */
function waitsForJobs(db: Database, { key, subjects, state }: PendingErasure, nowMs: number) {
  const isNeeded =
    state === 'waiting' &&
    subjects.some((subject) => subject.type === 'asset' && isAssetInUse(db, subject.sha256));
  if (isNeeded) {
    db.run('update erasure set next_try_at = ? where id = ?', nowMs + untilJobsEndMs, key);
  }
  return isNeeded;
}

interface Confirmed {
  readonly atMs: number;
  readonly nextTryAtMs: number | null;
  readonly confirmation: Confirmation;
}

function confirm(db: Database, key: string, { atMs, nextTryAtMs, confirmation }: Confirmed): void {
  db.run(
    `update erasure set state = 'confirmed', attempts = attempts + (state <> 'confirmed'), last_error = null,
       next_try_at = ?, confirmed_at = coalesce(confirmed_at, ?), receipt = coalesce(?, receipt),
       signature_check = coalesce(?, signature_check), signature_key = coalesce(?, signature_key),
       backups_until = coalesce(?, backups_until), backups_purged_at = coalesce(?, backups_purged_at)
     where id = ?`,
    nextTryAtMs,
    atMs,
    confirmation.receipt === null ? null : JSON.stringify(confirmation.receipt),
    confirmation.check,
    confirmation.key,
    confirmation.backupsUntilMs,
    confirmation.backupsPurgedAtMs,
    key,
  );
  db.run(
    'update generation set is_in_cloud = 0, cloud_expires_at = null where cloud_erasure_id = ?',
    key,
  );
  verdictsLeft(db, key);
  const row = db.get<Pick<Row, 'subjects' | 'requested_at'>>(
    'select subjects, requested_at from erasure where id = ?',
    key,
  );
  if (row && readSubjects(row.subjects).some(({ type }) => type === 'everything')) {
    db.run(
      `update generation set is_in_cloud = 0, cloud_expires_at = null where is_in_cloud = 1 and created_at <= ?`,
      row.requested_at,
    );
    allVerdictsLeft(db, row.requested_at);
  }
}
