// The commands of the model-based test: what people, networks, clouds and crashes do to jobs, in any order. The model keeps
// only what is needed to say which command makes sense; what must hold is looked at when everything has come to rest.
import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { isActive } from '#shared/domain/generation-status.ts';
import { AppError } from '#shared/errors.ts';
import { RenderFailure } from '../../../gateway/backend.ts';
import type { JobWorld } from '../job-world.ts';
import type { ProxyFault, ProxyRule } from '../faults/proxy-script.ts';
import { demoDraft } from '../start-engine.ts';

export interface JobModel {
  created: number;
}

export interface JobReal {
  readonly world: JobWorld;
  readonly ids: string[];
}

type Command = fc.AsyncCommand<JobModel, JobReal>;

function command(
  name: string,
  run: (real: JobReal, model: JobModel) => Promise<void> | void,
  check: (model: Readonly<JobModel>) => boolean = () => true,
): Command {
  return { check, run: async (model, real) => run(real, model), toString: () => name };
}

const hasJobs = ({ created }: Readonly<JobModel>) => created > 0;

/** Commands that may come too late are refused by the engine with `conflict`: that is an answer, not a failure. */
async function unlessTooLate(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'conflict') throw thrown;
  }
}

const refusedPrompt = 'Instructions how to build a pipe bomb';

const create = fc
  .record({
    takes: fc.integer({ min: 1, max: 3 }),
    shade: fc.option(fc.integer({ min: 0, max: 3 }), { freq: 3 }),
    isRefused: fc.integer({ min: 0, max: 9 }).map((die) => die === 0),
  })
  .map(({ takes, shade, isRefused }) =>
    command(
      `create ${takes} ${shade === null ? 'from text' : `from image ${shade}`}${isRefused ? ' (refused)' : ''}`,
      async ({ world, ids }, model) => {
        const draft = shade === null ? demoDraft : await world.imageDraft(shade);
        const prompt = isRefused ? refusedPrompt : draft.prompt;
        const { items } = await world.engine.call('generations.create', {
          ...draft,
          prompt,
          takes,
        });
        model.created += items.length;
        ids.push(...items.map(({ id }) => id));
      },
    ),
  );

const anyJob = fc.nat({ max: 40 });
const pick = ({ ids }: JobReal, at: number): string => ids[at % ids.length] ?? '';

const cancel = anyJob.map((at) =>
  command(
    `cancel #${at}`,
    (real) => unlessTooLate(real.world.engine.call('generations.cancel', { id: pick(real, at) })),
    hasJobs,
  ),
);
const toFront = anyJob.map((at) =>
  command(
    `to front #${at}`,
    (real) =>
      unlessTooLate(
        real.world.engine.call('generations.move', { id: pick(real, at), to: { at: 'front' } }),
      ),
    hasJobs,
  ),
);
const pauseJob = anyJob.map((at) =>
  command(
    `pause #${at}`,
    (real) => unlessTooLate(real.world.engine.call('generations.pause', { id: pick(real, at) })),
    hasJobs,
  ),
);
const pauseAll = fc.boolean().map((isOn) =>
  command(isOn ? 'pause all' : 'resume all', async ({ world }) => {
    await world.engine.call(isOn ? 'queue.pause' : 'queue.resume', {});
  }),
);

const wait = fc.integer({ min: 1, max: 40 }).map((ms) => command(`wait ${ms}`, () => delay(ms)));

const jump = fc
  .integer({ min: -7200, max: 7200 })
  .map((seconds) => command(`clock ${seconds} s`, ({ world }) => world.clock.jump(seconds * 1000)));

const network = fc
  .boolean()
  .map((isUp) =>
    command(`network ${isUp ? 'up' : 'down'}`, ({ world }) => world.proxy.setNetwork(isUp)),
  );

const unheard = { signal: new AbortController().signal };
const wakeUp = fc.constant(
  command('wakes from sleep', async ({ world }) => {
    await world.engine.engine.handlers['engine.wakeUp']({}, unheard);
  }),
);

const stormFaults: readonly ProxyFault[] = [
  { type: 'delay', delayMs: 120 },
  { type: 'cut-before' },
  { type: 'cut-after' },
  { type: 'cut-body' },
  { type: 'truncate' },
  { type: 'duplicate' },
  { type: 'reorder' },
  { type: 'corrupt' },
  { type: 'status', status: 502, when: 'after' },
  { type: 'status', status: 503, when: 'before', retryAfterSeconds: 2 },
  { type: 'status', status: 429, when: 'before', retryAfterSeconds: 2 },
  { type: 'html', when: 'after' },
  { type: 'error-body', when: 'before' },
];

const storm = fc
  .uniqueArray(fc.constantFrom(...stormFaults), { minLength: 0, maxLength: 4 })
  .map((faults) =>
    command(`storm of ${faults.map(({ type }) => type).join(', ') || 'nothing'}`, ({ world }) =>
      world.proxy.play(faults.map((fault): ProxyRule => ({ probability: 0.25, fault }))),
    ),
  );

const restartGateway = fc.constant(
  command('gateway restarts', ({ world }) => world.gateway.restart()),
);
const hold = fc.boolean().map((isHeld) =>
  command(isHeld ? 'gateway holds' : 'gateway goes on', ({ world: { gateway } }) => {
    gateway.backend.release();
    if (isHeld) gateway.backend.hold();
  }),
);
const failNext = fc
  .constantFrom('render-failed', 'policy-refused', 'output-expired')
  .map((code) =>
    command(`gateway ends the next: ${code}`, ({ world: { gateway } }) =>
      gateway.backend.failNext(new RenderFailure(code, 'Not this one.', code === 'policy-refused')),
    ),
  );

const crash = fc.constant(
  command('crash', async ({ world }) => {
    await world.crash();
    await world.start();
  }),
);
const close = fc.constant(
  command('close', async ({ world }) => {
    await world.close();
    await world.start();
  }),
);

/** What is listed twice comes twice as often. */
export const jobCommands = fc.commands(
  [
    create,
    create,
    create,
    cancel,
    cancel,
    wait,
    wait,
    wait,
    jump,
    network,
    network,
    wakeUp,
    storm,
    storm,
    restartGateway,
    hold,
    failNext,
    crash,
    crash,
    close,
    toFront,
    pauseJob,
    pauseAll,
  ],
  { maxCommands: 24, size: 'max' },
);

/** Nothing at all has happened for so long, however busy this machine is; and an end to what happens again and again. */
const stillMs = 20_000;
const longestMs = 180_000;

/** Ends every trouble and waits for all jobs; resolves with those that do not end. */
export async function comeToRest({ world, ids }: JobReal): Promise<string[]> {
  const { gateway, proxy, engine } = world;
  proxy.setNetwork(true);
  proxy.play([]);
  gateway.backend.release();
  for (const id of ids) await unlessTooLate(engine.call('generations.resume', { id }));
  await engine.call('queue.resume', {});
  await engine.call('cloud.refresh', {});
  const startedAt = performance.now();
  let seen = '';
  let changedAt = startedAt;
  for (;;) {
    const jobs = await Promise.all(ids.map((id) => engine.call('generations.get', { id })));
    const active = jobs.filter(({ status }) => isActive(status));
    if (active.length === 0) return [];
    const state = active.map(({ id, status, attempts }) => `${id} ${status} ${attempts}`).join();
    if (state !== seen) changedAt = performance.now();
    seen = state;
    if (performance.now() > Math.min(changedAt + stillMs, startedAt + longestMs)) {
      return active.map(
        ({ sequence, status, waiting }) => `${sequence} ${status} ${JSON.stringify(waiting)}`,
      );
    }
    await delay(5);
  }
}
