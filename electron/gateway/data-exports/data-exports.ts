// Prepares documents with everything that is held, in its own time, and hands them out for a while. One that was being prepared when
// the process ended is prepared at the next start. Any erasure throws prepared documents away: they would hold what was erased.
import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataExport } from '#shared/gateway/data-export.ts';
import type { Account } from '#shared/gateway/service.ts';
import type { Accounts } from '../account/accounts.ts';
import type { GatewayDatabase } from '../database/open-database.ts';
import { isoNow, type Outside } from '../dependencies.ts';
import { moveDurably } from '../files.ts';
import type { ContentAnswer } from '../http/answer.ts';
import { answerContent } from '../outputs/output-content.ts';
import type { UrlSigner } from '../outputs/signed-url.ts';
import { notFound } from '../refusal.ts';
import { heldLines } from './held-lines.ts';

export interface DataExports {
  /** One that is being prepared, or is ready, is answered again. */
  create(accountId: string): DataExport;
  read(accountId: string, id: string): DataExport;
  content(id: string, query: { expires: string; signature: string }): ContentAnswer;
  /** In the transaction of an erasure. */
  forget(accountId: string): void;
  /** Files that no row knows, and documents whose time is over. */
  sweep(): Promise<void>;
  /** Goes on with what an earlier process did not end. */
  prepareOpen(): void;
}

export interface DataExportsDeps {
  readonly database: GatewayDatabase;
  readonly outside: Outside;
  readonly folder: string;
  readonly accounts: Accounts;
  readonly signer: UrlSigner;
  /** For tests: takes so long. */
  readonly preparedAfterMs: number;
  readonly signal: AbortSignal;
}

interface Row {
  readonly id: string;
  readonly account_id: string;
  readonly requested_at: string;
  readonly due_at: string;
  readonly ready_at: string | null;
  readonly expires_at: string | null;
  readonly sha256: string | null;
  readonly size_bytes: number | null;
}

const dayMs = 86_400_000;
/** What the law gives a service at the most. */
const dueMs = 30 * dayMs;
const keptMs = 7 * dayMs;
const urlLifetimeMs = 3_600_000;
const contentPath = (id: string) => `/v1/data-exports/${encodeURIComponent(id)}/content`;

export function createDataExports(deps: DataExportsDeps): DataExports {
  const { database, outside, signer, signal } = deps;
  const store = join(deps.folder, 'exports');
  const fileOf = (id: string) => join(store, `${id}.jsonl`);
  const now = () => isoNow(outside.clock);
  const later = (delayMs: number) => new Date(outside.clock.now() + delayMs).toISOString();
  const byId = database.prepare<[string], Row>('select * from data_export where id = ?');
  const present = database.prepare<[string, string], Row>(
    `select * from data_export where account_id = ? and (expires_at is null or expires_at > ?)
     order by requested_at desc limit 1`,
  );
  const open_ = database.prepare<[], Row>('select * from data_export where ready_at is null');
  const insert = database.prepare<string[]>(
    'insert into data_export(id, account_id, requested_at, due_at) values (?, ?, ?, ?)',
  );
  const ready = database.prepare<[string, string, string, number, string]>(
    `update data_export set ready_at = ?, expires_at = ?, sha256 = ?, size_bytes = ? where id = ?`,
  );
  const forget = database.prepare<[string]>(
    'delete from data_export where account_id = ? and ready_at is not null',
  );
  const removeOver = database.prepare<[string]>('delete from data_export where expires_at <= ?');

  /** What is being written when something is erased has to be written anew. */
  let forgotten = 0;

  async function prepare({ id, account_id: accountId }: Row): Promise<void> {
    await wait(deps.preparedAfterMs, undefined, { signal });
    const account = await deps.accounts.read(accountId);
    await mkdir(store, { recursive: true, mode: 0o700 });
    const part = `${fileOf(id)}.part`;
    for (;;) {
      const before = forgotten;
      const { sha256, sizeBytes } = await writeLines(part, account);
      signal.throwIfAborted();
      if (before !== forgotten) continue;
      await moveDurably(part, fileOf(id), store);
      if (before !== forgotten) continue;
      ready.run(now(), later(keptMs), sha256, sizeBytes, id);
      return;
    }
  }

  async function writeLines(part: string, account: Account) {
    const file = await open(part, 'w', 0o600);
    const hash = createHash('sha256');
    let sizeBytes = 0;
    try {
      for (const line of heldLines(database, account)) {
        const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
        hash.update(bytes);
        sizeBytes += bytes.length;
        await file.write(bytes);
      }
    } finally {
      await file.close();
    }
    return { sha256: hash.digest('hex'), sizeBytes };
  }

  function prepareSoon(row: Row): void {
    prepare(row).catch((error: unknown) =>
      // still open in the database: the next start prepares it
      outside.log('data export not prepared', { id: row.id, error: String(error) }),
    );
  }

  function toView(row: Row): DataExport {
    const isOver = row.expires_at !== null && row.expires_at <= now();
    const isReady = row.ready_at !== null && !isOver;
    return {
      id: row.id,
      state: isOver ? 'expired' : isReady ? 'ready' : 'preparing',
      requestedAt: row.requested_at,
      dueAt: row.due_at,
      readyAt: row.ready_at,
      expiresAt: row.expires_at,
      download:
        isReady && row.sha256 !== null
          ? {
              url: signer.sign(contentPath(row.id), outside.clock.now() + urlLifetimeMs),
              sizeBytes: row.size_bytes ?? 0,
              sha256: row.sha256,
            }
          : null,
    };
  }

  function find(accountId: string, id: string): Row {
    const row = byId.get(id);
    if (!row || row.account_id !== accountId) throw notFound('data export');
    return row;
  }

  return {
    create: (accountId) => {
      const known = present.get(accountId, now());
      if (known) return toView(known);
      const id = outside.ids();
      insert.run(id, accountId, now(), later(dueMs));
      const row = find(accountId, id);
      prepareSoon(row);
      return toView(row);
    },
    read: (accountId, id) => toView(find(accountId, id)),
    content: (id, query) => {
      signer.check(contentPath(id), query, outside.clock.now());
      const row = byId.get(id);
      if (!row || row.sha256 === null) throw notFound('data export');
      return answerContent(
        {
          path: fileOf(id),
          sha256: row.sha256,
          mimeType: 'application/jsonl',
          sizeBytes: row.size_bytes ?? 0,
        },
        { method: 'GET' },
      );
    },
    forget: (accountId) => {
      forgotten += 1;
      forget.run(accountId);
    },
    sweep: async () => {
      removeOver.run(now());
      for (const name of await readdir(store).catch(() => [])) {
        const id = /^([a-z0-9]+)\.jsonl(\.part)?$/.exec(name)?.[1];
        const row = id === undefined ? undefined : byId.get(id);
        // one that is being prepared writes its part file
        const isNeeded = row !== undefined && (row.ready_at === null) === name.endsWith('.part');
        if (id !== undefined && !isNeeded) await rm(join(store, name), { force: true });
      }
    },
    prepareOpen: () => {
      for (const row of open_.all()) prepareSoon(row);
    },
  };
}
