// Follows a job in the cloud until it has ended there. An answer that is not understood means "still running".
import { renderOutcome, requireJob } from './cloud-job.ts';
import { createProgress, type JobRun, moveJob } from './job-context.ts';
import { pollIntervalMs } from './back-off.ts';
import { noFailures } from './live-jobs.ts';

export async function followRender(run: JobRun, cloudId: string): Promise<void> {
  const { context, sequence, id, signal } = run;
  const startedAtMs = context.clock.now();
  const progress = createProgress(run);
  for (;;) {
    const generation = await context.gateway.call('getGeneration', {
      params: { id: cloudId },
      generationId: id,
      signal,
    });
    const outcome = renderOutcome(requireJob(generation, cloudId));
    if (outcome) {
      moveJob(context, sequence, outcome.event, { change: outcome.change });
      return;
    }
    progress({ step: 'render', progress: generation.progress, failures: noFailures });
    const ageMs = Math.max(0, context.clock.now() - startedAtMs);
    await context.clock.sleep(pollIntervalMs(ageMs, context.random()), signal);
  }
}
