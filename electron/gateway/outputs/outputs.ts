// Finished videos and their posters: stored by content, read through signed URLs.
import type { CloudOutput } from '#shared/gateway/generation.ts';
import type { RenderedOutput } from '../backend.ts';
import type { GatewayDatabase } from '../database/open-database.ts';
import type { Outside } from '../dependencies.ts';
import type { ContentAnswer } from '../http/answer.ts';
import { notFound } from '../refusal.ts';
import { createContentStore } from './content-store.ts';
import { answerContent, type ContentHeaders } from './output-content.ts';
import type { UrlSigner } from './signed-url.ts';

const urlLifetimeMs = 3_600_000;

interface OutputRow {
  readonly id: string;
  readonly sha256: string;
  readonly mime_type: string;
  readonly size_bytes: number;
  readonly width: number;
  readonly height: number;
  readonly duration_ms: number;
  readonly fps: number;
  readonly poster_sha256: string | null;
  readonly poster_bytes: number | null;
}

export interface StoredOutput {
  readonly row: Omit<OutputRow, 'id'>;
  /** Call it when the row was added, or will never be. */
  readonly release: () => void;
}

interface SignedQuery {
  readonly expires: string;
  readonly signature: string;
}

export interface Outputs {
  /** Writes the files, durably; the row comes with `add`, in the transaction that ends the job. */
  store(output: RenderedOutput): Promise<StoredOutput>;
  add(generationId: string, position: number, output: StoredOutput): void;
  listOf(generationId: string): CloudOutput[];
  content(id: string, query: SignedQuery, asked: ContentHeaders): ContentAnswer;
  poster(id: string, query: SignedQuery): ContentAnswer;
  isNeeded(sha256: string): boolean;
}

export interface OutputsDeps {
  readonly database: GatewayDatabase;
  readonly outside: Outside;
  readonly folder: string;
  readonly signer: UrlSigner;
}

const contentPath = (id: string) => `/v1/outputs/${encodeURIComponent(id)}/content`;
const posterPath = (id: string) => `/v1/outputs/${encodeURIComponent(id)}/poster`;

export function createOutputs({ database, outside, folder, signer }: OutputsDeps): Outputs {
  const rows = statements(database);
  const store = createContentStore(folder);

  function toCloud(row: OutputRow): CloudOutput {
    const expiresAtMs = outside.clock.now() + urlLifetimeMs;
    return {
      id: row.id,
      mimeType: row.mime_type,
      sizeBytes: row.size_bytes,
      sha256: row.sha256,
      width: row.width,
      height: row.height,
      durationMs: row.duration_ms,
      fps: row.fps,
      url: signer.sign(contentPath(row.id), expiresAtMs),
      urlExpiresAt: new Date(expiresAtMs).toISOString(),
      posterUrl: row.poster_sha256 && signer.sign(posterPath(row.id), expiresAtMs),
    };
  }

  return {
    store: async (output) => {
      const video = await store.store(output.content, '.mp4');
      try {
        const poster =
          output.posterJpeg &&
          (await store.store({ type: 'bytes', bytes: output.posterJpeg }, '.jpg'));
        return {
          row: {
            sha256: video.sha256,
            mime_type: output.mimeType,
            size_bytes: video.sizeBytes,
            width: output.width,
            height: output.height,
            duration_ms: output.durationMs,
            fps: output.fps,
            poster_sha256: poster?.sha256 ?? null,
            poster_bytes: poster?.sizeBytes ?? null,
          },
          release: () => {
            video.release();
            poster?.release();
          },
        };
      } catch (error) {
        video.release();
        throw error;
      }
    },
    add: (generationId, position, { row }) => {
      rows.insert.run({ ...row, id: outside.ids(), generation_id: generationId, position });
    },
    listOf: (generationId) => rows.byGeneration.all(generationId).map(toCloud),
    content: (id, query, asked) => {
      signer.check(contentPath(id), query, outside.clock.now());
      const row = rows.byId.get(id);
      if (!row) throw notFound('output');
      const { sha256, mime_type: mimeType, size_bytes: sizeBytes } = row;
      const path = store.pathOf(sha256, '.mp4');
      return answerContent({ path, sha256, mimeType, sizeBytes }, asked);
    },
    poster: (id, query) => {
      signer.check(posterPath(id), query, outside.clock.now());
      const row = rows.byId.get(id);
      if (!row?.poster_sha256) throw notFound('poster');
      const { poster_sha256: sha256, poster_bytes: sizeBytes } = row;
      const path = store.pathOf(sha256, '.jpg');
      const file = { path, sha256, mimeType: 'image/jpeg', sizeBytes: sizeBytes ?? 0 };
      return answerContent(file, { method: 'GET' });
    },
    isNeeded: (sha256) => store.isPending(sha256) || rows.needed.get({ sha256 }) !== undefined,
  };
}

function statements(database: GatewayDatabase) {
  const columns = `id, sha256, mime_type, size_bytes, width, height, duration_ms, fps,
    poster_sha256, poster_bytes`;
  return {
    byId: database.prepare<[string], OutputRow>(`select ${columns} from output where id = ?`),
    byGeneration: database.prepare<[string], OutputRow>(
      `select ${columns} from output where generation_id = ? order by position`,
    ),
    needed: database.prepare<[{ sha256: string }]>(
      'select 1 from output where sha256 = @sha256 or poster_sha256 = @sha256 limit 1',
    ),
    insert: database.prepare<[OutputRow & { generation_id: string; position: number }]>(
      `insert into output(${columns}, generation_id, position)
       values (@id, @sha256, @mime_type, @size_bytes, @width, @height, @duration_ms, @fps,
         @poster_sha256, @poster_bytes, @generation_id, @position)`,
    ),
  };
}
