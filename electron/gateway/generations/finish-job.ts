// From the end of a render to the end of its job: files first, then one transaction. Happens once, or not at all.
import { type RenderedOutput, RenderFailure, RenderPostponed } from '../backend.ts';
import type { Outside } from '../dependencies.ts';
import type { Outputs, StoredOutput } from '../outputs/outputs.ts';
import type { EndJob } from './ending.ts';
import type { GenerationRow } from './generation-rows.ts';

export interface FinishJob {
  /** Stores what was rendered and ends the job with it, or with the reason why there is nothing. */
  finish(row: GenerationRow, rendered: Promise<readonly RenderedOutput[]>): Promise<void>;
  fail(row: GenerationRow, thrown: unknown): void;
}

/** The failure that means: the provider has removed the result by itself. */
const expiredCode = 'output-expired';

export interface FinishJobDeps {
  readonly outside: Outside;
  readonly outputs: Outputs;
  readonly endJob: EndJob;
  /** A render that was cut off by closing has not failed: it runs again at the next start. */
  readonly isClosed: () => boolean;
  /** The back-end could not take the job on now. */
  readonly onPostponed: (row: GenerationRow, postponed: RenderPostponed) => void;
  /** After a result turned out to be unwanted: content that nothing refers to goes. */
  readonly onOrphan: () => Promise<void>;
}

export function createFinishJob(deps: FinishJobDeps): FinishJob {
  const { outside, outputs, endJob } = deps;

  function fail(row: GenerationRow, thrown: unknown): void {
    if (thrown instanceof RenderPostponed) {
      deps.onPostponed(row, thrown);
      return;
    }
    if (thrown instanceof RenderFailure) {
      const { code, message, isRefused } = thrown;
      const ended = code === expiredCode ? 'expired' : 'failed';
      endJob(row, { status: isRefused ? 'refused' : ended, failure: { code, message } });
      return;
    }
    const isUnknown = endJob(row, {
      status: 'failed',
      failure: { code: 'render-failed', message: 'The clip could not be rendered.' },
    });
    // After a cancellation the job has ended already, and the back-end's AbortError says nothing new.
    if (isUnknown) outside.log('render failed', { generationId: row.id, error: String(thrown) });
  }

  async function finish(
    row: GenerationRow,
    rendered: Promise<readonly RenderedOutput[]>,
  ): Promise<void> {
    const stored: StoredOutput[] = [];
    let isWanted = false;
    try {
      for (const output of await rendered) stored.push(await outputs.store(output));
      isWanted = endJob(row, { status: 'succeeded', failure: null }, () => {
        for (const [position, output] of stored.entries()) outputs.add(row.id, position, output);
      });
    } catch (thrown) {
      if (!deps.isClosed()) fail(row, thrown);
    }
    for (const { release } of stored) release();
    if (!isWanted && stored.length > 0) await deps.onOrphan();
  }

  return { finish, fail };
}
