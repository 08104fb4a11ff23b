// Renders that are late, fail on purpose, or give a prepared file: for tests, wrapped around a real back-end.
import { stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { durationMsOf } from '../backends/render-plan.ts';
import { type Backend, type RenderedOutput, RenderFailure, type RenderJob } from '../backend.ts';
import { outputSize } from '../output-size.ts';
import type { Clock } from '../dependencies.ts';
import type { FaultScript } from './fault-script.ts';
import { createFiring, seededRandom } from './firing.ts';

export function withRenderFaults(backend: Backend, script: FaultScript, clock: Clock): Backend {
  if (script.renders.length === 0 && script.outputFile === undefined) return backend;
  const random = seededRandom(script.seed);
  const rules = script.renders.map((rule) => ({
    ...rule,
    fires: createFiring(rule, random, () => clock.now()),
  }));

  return {
    ...backend,
    start: (job, onProgress) => {
      const controller = new AbortController();
      const { signal } = controller;
      const fired = rules.filter((rule) => rule.fires());

      async function run(): Promise<readonly RenderedOutput[]> {
        for (const { delayMs, fail } of fired) {
          await wait(delayMs, undefined, { signal });
          if (fail) throw new RenderFailure(fail.code, fail.message, fail.refused);
        }
        if (script.outputFile !== undefined) return [await preparedOutput(script.outputFile, job)];
        signal.throwIfAborted();
        const handle = backend.start(job, onProgress);
        signal.addEventListener('abort', () => handle.cancel(), { once: true });
        return handle.outputs;
      }
      return { outputs: run(), cancel: () => controller.abort() };
    },
  };
}

async function preparedOutput(path: string, job: RenderJob): Promise<RenderedOutput> {
  await stat(path);
  return {
    content: { type: 'file', path },
    posterJpeg: null,
    mimeType: 'video/mp4',
    ...outputSize(job.parameters),
    durationMs: durationMsOf(job.parameters),
    fps: 24,
  };
}
