// Reference images and videos going up: announced, resumed by offset, taken only when hash and type are what was said.
// What has arrived is the length of the part file; no counter beside it can be wrong.
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Upload, UploadRequest } from '#shared/gateway/upload.ts';
import { isoNow, type Outside } from '../dependencies.ts';
import { moveDurably } from '../files.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { Assets } from './assets.ts';
import { appendToPart, checkAnnouncement, checkContent } from './upload-content.ts';
import type { UploadRow, UploadRows } from './upload-rows.ts';

const staleAfterMs = 7 * 86_400_000;

export interface Uploads {
  create(accountId: string, wanted: UploadRequest): Promise<{ upload: Upload; isNew: boolean }>;
  read(accountId: string, id: string): Promise<Upload>;
  append(
    accountId: string,
    id: string,
    offset: number,
    bytes: AsyncIterable<Buffer>,
  ): Promise<Upload>;
  removePart(id: string): Promise<void>;
  /** Forgets uploads that nobody went on with for a week; their parts go with the sweep at start. */
  removeStale(): void;
}

export interface UploadsDeps {
  readonly rows: UploadRows;
  readonly outside: Outside;
  readonly assets: Assets;
  readonly uploadsFolder: string;
  readonly assetsFolder: string;
}

async function sizeOf(part: string): Promise<number> {
  const found = await stat(part).catch(() => null);
  return found?.size ?? 0;
}

export function createUploads(deps: UploadsDeps): Uploads {
  const { rows, outside, assets } = deps;
  const writing = new Set<string>();
  const partOf = (id: string) => join(deps.uploadsFolder, `${id}.part`);

  async function describe(accountId: string, row: UploadRow): Promise<Upload> {
    const isComplete = assets.find(accountId, row.sha256) !== undefined;
    return {
      id: row.id,
      sha256: row.sha256,
      sizeBytes: row.size_bytes,
      offset: isComplete ? row.size_bytes : await sizeOf(partOf(row.id)),
      state: isComplete ? 'complete' : 'open',
    };
  }

  async function create(accountId: string, wanted: UploadRequest) {
    checkAnnouncement(wanted);
    const { sha256, sizeBytes: size_bytes, mimeType: mime_type } = wanted;
    const known = rows.byContent(accountId, sha256);
    if (known && known.size_bytes === size_bytes && known.mime_type === mime_type) {
      return { upload: await describe(accountId, known), isNew: false };
    }
    if (known && assets.find(accountId, sha256)) throw knownOtherwise(known, wanted);
    if (known) rows.remove(accountId, sha256);
    const row = { id: outside.ids(), sha256, size_bytes, mime_type };
    rows.add(accountId, row, isoNow(outside.clock));
    if (known) await rm(partOf(known.id), { force: true });
    return { upload: await describe(accountId, row), isNew: true };
  }

  function find(accountId: string, id: string): UploadRow {
    const row = rows.byId(accountId, id);
    if (!row) throw notFound('upload');
    return row;
  }

  async function finish(accountId: string, row: UploadRow): Promise<void> {
    const part = partOf(row.id);
    const checked = await checkContent(part, row);
    if (checked instanceof Refusal) {
      await rm(part, { force: true });
      throw checked;
    }
    const release = assets.hold(row.sha256);
    try {
      await moveDurably(part, assets.pathOf(row.sha256), deps.assetsFolder);
      // Erased while it was checked: nothing will refer to the file, so the next sweep removes it.
      find(accountId, row.id);
      const { width, height, durationMs: duration_ms } = checked;
      assets.add(accountId, { ...row, width, height, duration_ms }, isoNow(outside.clock));
    } finally {
      release();
    }
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
      if ((await sizeOf(partOf(id))) === row.size_bytes) await finish(accountId, row);
    } finally {
      writing.delete(id);
    }
    return describe(accountId, find(accountId, id));
  }

  return {
    create,
    append,
    read: (accountId, id) => describe(accountId, find(accountId, id)),
    removePart: (id) => rm(partOf(id), { force: true }),
    removeStale: () => rows.removeStale(new Date(outside.clock.now() - staleAfterMs).toISOString()),
  };
}

/** One content was announced in two ways. What is complete is right; what is only open is given up. */
function knownOtherwise(known: UploadRow, wanted: UploadRequest): Refusal {
  return new Refusal('invalid-request', 'This content is known with another size or type.', {
    field: known.size_bytes === wanted.sizeBytes ? 'mimeType' : 'sizeBytes',
  });
}
