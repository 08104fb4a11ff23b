// The picture of a clip that only the cloud has: fetched when somebody looks at it, then kept like any other poster.
import { join } from 'node:path';
import { AppError, toAppError } from '#shared/errors.ts';
import { type CloudClipRow, readCloudClip, setCloudPoster } from '../database/cloud-clips.ts';
import type { Database } from '../database/database.ts';
import type { GatewayClient } from '../cloud/gateway-client.ts';
import { placeFile } from '../library/place-file.ts';
import { readPoster, writePoster } from '../jobs/poster-file.ts';

export interface CloudPosterDeps {
  readonly db: Database;
  readonly gateway: GatewayClient;
  readonly library: string;
  readonly incoming: string;
  readonly downloadHosts: () => readonly string[];
  readonly signal: AbortSignal;
}

export interface CloudPosters {
  /** Where the picture is within the library; `null` when this is no such clip, or it has none. */
  find(outputId: string): Promise<string | null>;
}

const atOnce = 4;

export function createCloudPosters(deps: CloudPosterDeps): CloudPosters {
  const underWay = new Map<string, Promise<string | null>>();
  const waiting: (() => void)[] = [];

  async function turn(): Promise<void> {
    if (underWay.size > atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  }

  async function fetchPoster(clip: CloudClipRow): Promise<string | null> {
    await turn();
    const { db, gateway, signal } = deps;
    const generationId = clip.id;
    const generation = await gateway.call('getGeneration', {
      params: { id: clip.cloud_id },
      generationId,
      signal,
    });
    const url = generation.id === clip.cloud_id ? generation.outputs[0]?.posterUrl : null;
    if (typeof url !== 'string') return null;
    const bytes = await readPoster(gateway, {
      url,
      downloadHosts: deps.downloadHosts(),
      headers: {},
      generationId,
      signal,
    });
    const path = `posters/${clip.output_id}.jpg`;
    const part = join(deps.incoming, `${clip.output_id}-poster.part`);
    await writePoster(part, bytes);
    signal.throwIfAborted();
    await placeFile(part, join(deps.library, path));
    setCloudPoster(db, clip.id, path);
    return path;
  }

  return {
    find: (outputId) => {
      const clip = readCloudClip(deps.db, 'output_id', outputId);
      if (!clip) return Promise.resolve(null);
      if (clip.poster_path !== null) return Promise.resolve(clip.poster_path);
      const known = underWay.get(outputId);
      if (known) return known;
      const found = fetchPoster(clip)
        .catch((thrown: unknown) => {
          if (thrown instanceof AppError) return null; // the cloud does not answer: asked again the next time
          throw toAppError(thrown);
        })
        .finally(() => {
          underWay.delete(outputId);
          waiting.shift()?.();
        });
      underWay.set(outputId, found);
      return found;
    },
  };
}
