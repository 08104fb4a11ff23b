// The one place that decides what makes the videos: the demo, or the Kling platform when the user's own key is given.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { KlingAccess } from '#shared/contract/gateway-process.ts';
import type { Backend } from '../backend.ts';
import type { Outside } from '../dependencies.ts';
import { createDemoBackend } from './demo-backend.ts';
import { createRenderPool } from './demo/render-pool.ts';
import { createKlingBackend } from './kling/kling-backend.ts';

export interface ChooseBackendDeps {
  /** The gateway's own folder. */
  readonly dir: string;
  readonly outside: Pick<Outside, 'clock' | 'log'>;
  readonly smallClips: boolean;
}

/** One worker: rendering must leave a small machine room for the app itself. */
const renderWorkers = 1;

export function chooseBackend(kling: KlingAccess | undefined, deps: ChooseBackendDeps): Backend {
  if (!kling) {
    return createDemoBackend({
      renderer: createRenderPool({ size: renderWorkers }),
      concurrency: renderWorkers,
      isSmall: deps.smallClips,
    });
  }
  const { key, secret, region = 'global', baseUrl } = kling;
  return createKlingBackend({
    credentials:
      secret === undefined
        ? { type: 'api-key', apiKey: key }
        : { type: 'access-key', accessKey: key, secretKey: secret },
    region,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    folder: join(deps.dir, 'incoming'),
    outside: { ...deps.outside, random: (size) => randomBytes(size) },
    fetch: globalThis.fetch,
  });
}
