// Requests about one's own data, in the library's database. Sends nothing: the user's mail program does.
import type { EngineHandlers } from '#shared/contract/engine.ts';
import type { PrivacyRequest, privacyRequestsContract } from '#shared/contract/privacy-requests.ts';
import { answerDueMs, type PrivacyRequestKind } from '#shared/domain/privacy-request.ts';
import { AppError } from '#shared/errors.ts';
import { isoTime, isoTimeOrNull } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { EngineContext } from '../engine-context.ts';

type PrivacyRequestHandlers = Pick<EngineHandlers, keyof typeof privacyRequestsContract>;

interface PrivacyRequestRow {
  readonly id: string;
  readonly kind: PrivacyRequestKind;
  readonly text: string;
  readonly written_at: number;
  readonly sent_at: number | null;
  readonly answered_at: number | null;
  readonly answer: string;
}

export function createPrivacyRequestHandlers({
  db,
  clock,
  ids,
}: EngineContext): PrivacyRequestHandlers {
  return {
    'privacyRequests.list': () => ({
      items: db
        .all<PrivacyRequestRow>('select * from privacy_request order by written_at desc, id')
        .map(toRequest),
    }),
    'privacyRequests.write': ({ kind, text }) => {
      const id = ids.make();
      db.run(
        `insert into privacy_request (id, kind, text, written_at) values (?, ?, ?, ?)`,
        id,
        kind,
        text,
        clock.now(),
      );
      return toRequest(requireRow(db, id));
    },
    'privacyRequests.markSent': ({ id }) => {
      if (requireRow(db, id).sent_at !== null) {
        throw new AppError('conflict', 'This request was sent before.');
      }
      db.run('update privacy_request set sent_at = ? where id = ?', clock.now(), id);
      return toRequest(requireRow(db, id));
    },
    'privacyRequests.markAnswered': ({ id, answer }) => {
      if (requireRow(db, id).sent_at === null) {
        throw new AppError('conflict', 'This request was not sent yet.');
      }
      const sql = 'update privacy_request set answered_at = ?, answer = ? where id = ?';
      db.run(sql, clock.now(), answer, id);
      return toRequest(requireRow(db, id));
    },
    'privacyRequests.remove': ({ id }) => {
      if (db.run('delete from privacy_request where id = ?', id).changes > 0) db.checkpoint();
      return {};
    },
  };
}

function requireRow(db: Database, id: string): PrivacyRequestRow {
  const row = db.get<PrivacyRequestRow>('select * from privacy_request where id = ?', id);
  if (!row) throw new AppError('not-found', 'There is no such request.');
  return row;
}

function toRequest(row: PrivacyRequestRow): PrivacyRequest {
  const { id, kind, text, answer } = row;
  const sentState = row.answered_at === null ? 'sent' : 'answered';
  return {
    id,
    kind,
    text,
    answer,
    state: row.sent_at === null ? 'draft' : sentState,
    writtenAt: isoTime(row.written_at),
    sentAt: isoTimeOrNull(row.sent_at),
    dueAt: row.sent_at === null ? null : isoTime(answerDueMs(row.sent_at)),
    answeredAt: isoTimeOrNull(row.answered_at),
  };
}
