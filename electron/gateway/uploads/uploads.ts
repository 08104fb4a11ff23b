// Reference images going up: announced, resumed by offset, taken only when hash and type are what was said.
// What has arrived is the length of the part file; no counter beside it can be wrong.
import type { Upload, UploadRequest } from '#shared/gateway/upload.ts';
import { open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { GatewayDatabase } from '../database/open-database.ts';
import { isoNow, type Outside } from '../dependencies.ts';
import { hashFile, moveDurably } from '../files.ts';
import { imageMimeTypes, maxImageBytes } from '../models.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { Assets } from './assets.ts';
import { readImageHeader } from './image-header.ts';

/** Enough for the metadata that cameras put before the picture. */
const headerBytes = 524_288;
const staleAfterMs = 7 * 86_400_000;

interface UploadRow {
  readonly id: string;
  readonly sha256: string;
  readonly size_bytes: number;
  readonly mime_type: string;
}

export interface Uploads {
  create(accountId: string, wanted: UploadRequest): Promise<{ upload: Upload; isNew: boolean }>;
  read(accountId: string, id: string): Promise<Upload>;
  append(
    accountId: string,
    id: string,
    offset: number,
    bytes: AsyncIterable<Buffer>,
  ): Promise<Upload>;
  /** Forgets uploads of one content, or all; their parts too. Returns how many. */
  remove(accountId: string, sha256: string | null): readonly string[];
  removePart(id: string): Promise<void>;
  /** Forgets uploads that nobody went on with for a week. */
  removeStale(): Promise<void>;
}

export interface UploadsDeps {
  readonly database: GatewayDatabase;
  readonly outside: Outside;
  readonly assets: Assets;
  readonly uploadsFolder: string;
  readonly assetsFolder: string;
}

export function createUploads(deps: UploadsDeps): Uploads {
  const { database, outside, assets } = deps;
  const rows = statements(database);
  const writing = new Set<string>();
  const partOf = (id: string) => join(deps.uploadsFolder, `${id}.part`);

  async function arrived(id: string): Promise<number> {
    const part = await stat(partOf(id)).catch(() => null);
    return part?.size ?? 0;
  }

  async function describe(accountId: string, row: UploadRow): Promise<Upload> {
    const isComplete = assets.find(accountId, row.sha256) !== undefined;
    return {
      id: row.id,
      sha256: row.sha256,
      sizeBytes: row.size_bytes,
      offset: isComplete ? row.size_bytes : await arrived(row.id),
      state: isComplete ? 'complete' : 'open',
    };
  }

  async function create(accountId: string, wanted: UploadRequest) {
    checkRequest(wanted);
    const known = rows.byContent.get(accountId, wanted.sha256);
    if (known && known.size_bytes === wanted.sizeBytes && known.mime_type === wanted.mimeType) {
      return { upload: await describe(accountId, known), isNew: false };
    }
    if (known && assets.find(accountId, wanted.sha256)) {
      throw new Refusal('invalid-request', 'This content is known with another size or type.', {
        field: known.size_bytes === wanted.sizeBytes ? 'mimeType' : 'sizeBytes',
      });
    }
    if (known) {
      rows.remove.run(accountId, wanted.sha256);
      await rm(partOf(known.id), { force: true });
    }
    const row = {
      id: outside.ids(),
      sha256: wanted.sha256,
      size_bytes: wanted.sizeBytes,
      mime_type: wanted.mimeType,
    };
    rows.insert.run(
      row.id,
      accountId,
      row.sha256,
      row.size_bytes,
      row.mime_type,
      isoNow(outside.clock),
    );
    return { upload: await describe(accountId, row), isNew: true };
  }

  function find(accountId: string, id: string): UploadRow {
    const row = rows.byId.get(accountId, id);
    if (!row) throw notFound('upload');
    return row;
  }

  async function finish(accountId: string, row: UploadRow): Promise<void> {
    const part = partOf(row.id);
    const problem = await findContentProblem(part, row);
    if (problem instanceof Refusal) {
      await rm(part, { force: true });
      throw problem;
    }
    await moveDurably(part, assets.pathOf(row.sha256), deps.assetsFolder);
    // Erased while it was checked: the file goes with the sweep of that erasure or of the next start.
    if (!rows.byId.get(accountId, row.id)) throw notFound('upload');
    assets.add(
      accountId,
      { ...row, width: problem.width, height: problem.height },
      isoNow(outside.clock),
    );
  }

  async function append(
    accountId: string,
    id: string,
    offset: number,
    bytes: AsyncIterable<Buffer>,
  ): Promise<Upload> {
    const row = find(accountId, id);
    const present = await describe(accountId, row);
    if (writing.has(id) || present.state === 'complete' || offset !== present.offset) {
      throw new Refusal('offset-conflict', `The next byte is number ${present.offset}.`, {
        field: 'Upload-Offset',
      });
    }
    writing.add(id);
    try {
      await appendToPart(partOf(id), offset, row.size_bytes, bytes);
      if ((await arrived(id)) === row.size_bytes) await finish(accountId, row);
    } finally {
      writing.delete(id);
    }
    return describe(accountId, find(accountId, id));
  }

  return {
    create,
    append,
    read: (accountId, id) => describe(accountId, find(accountId, id)),
    remove: (accountId, sha256) =>
      (sha256 === null
        ? rows.removeAll.all(accountId)
        : rows.remove.all(accountId, sha256)
      ).map(({ id }) => id),
    removePart: (id) => rm(partOf(id), { force: true }),
    removeStale: async () => {
      const before = new Date(outside.clock.now() - staleAfterMs).toISOString();
      for (const { id } of rows.removeStale.all(before)) await rm(partOf(id), { force: true });
    },
  };
}

function statements(database: GatewayDatabase) {
  const columns = 'id, sha256, size_bytes, mime_type';
  return {
    byId: database.prepare<[string, string], UploadRow>(
      `select ${columns} from upload where account_id = ? and id = ?`,
    ),
    byContent: database.prepare<[string, string], UploadRow>(
      `select ${columns} from upload where account_id = ? and sha256 = ?`,
    ),
    insert: database.prepare<[string, string, string, number, string, string]>(
      `insert into upload(id, account_id, sha256, size_bytes, mime_type, created_at)
       values (?, ?, ?, ?, ?, ?)`,
    ),
    remove: database.prepare<[string, string], { id: string }>(
      'delete from upload where account_id = ? and sha256 = ? returning id',
    ),
    removeAll: database.prepare<[string], { id: string }>(
      'delete from upload where account_id = ? returning id',
    ),
    removeStale: database.prepare<[string], { id: string }>(
      `delete from upload where created_at < ? and not exists (
         select 1 from asset where asset.account_id = upload.account_id
         and asset.sha256 = upload.sha256) returning id`,
    ),
  };
}

function checkRequest(wanted: UploadRequest): void {
  if (wanted.sizeBytes > maxImageBytes) {
    throw new Refusal('too-large', `An image has at most ${maxImageBytes} bytes.`, {
      field: 'sizeBytes',
    });
  }
  if (!(imageMimeTypes as readonly string[]).includes(wanted.mimeType)) {
    throw new Refusal('unsupported-media', `Images are ${imageMimeTypes.join(', ')}.`, {
      field: 'mimeType',
    });
  }
}

/** Keeps every byte that arrived, also when the sender goes away in the middle. */
async function appendToPart(
  part: string,
  offset: number,
  sizeBytes: number,
  bytes: AsyncIterable<Buffer>,
): Promise<void> {
  const file = await open(part, 'a', 0o600);
  let position = offset;
  try {
    for await (const chunk of bytes) {
      if (position + chunk.length > sizeBytes) {
        throw new Refusal('too-large', `The announced size is ${sizeBytes} bytes.`);
      }
      await file.appendFile(chunk);
      position += chunk.length;
    }
  } finally {
    await file.close();
  }
}

async function findContentProblem(part: string, row: UploadRow) {
  if ((await hashFile(part)) !== row.sha256) {
    return new Refusal('hash-mismatch', 'The bytes are not those that were announced.', {
      field: 'sha256',
    });
  }
  const file = await open(part, 'r');
  try {
    const bytes = Buffer.alloc(Math.min(headerBytes, row.size_bytes));
    await file.read(bytes, 0, bytes.length, 0);
    const header = readImageHeader(bytes);
    if (header && header.mimeType === row.mime_type) return header;
  } finally {
    await file.close();
  }
  return new Refusal('unsupported-media', `The content is not an ${row.mime_type} image.`, {
    field: 'mimeType',
  });
}
