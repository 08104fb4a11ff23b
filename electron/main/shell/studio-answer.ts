// Answers the page's calls: those of the engine are passed on at once, all others are the shell's, which may still be loading.
import engineDeadlines from '#shared/contract/engine-deadlines.json' with { type: 'json' };
import type { EngineSupervisor } from '../processes/engine-supervisor.ts';

/** The answer as JSON text. */
export type Answer = (name: string, input: unknown, signal: AbortSignal) => Promise<string>;

export interface StudioAnswerDeps {
  readonly engine: Pick<EngineSupervisor, 'callForJson'>;
  /** Refuses what it does not know. */
  readonly answerShell: Answer;
}

export function answerWith({ engine, answerShell }: StudioAnswerDeps): Answer {
  return async (name, input, signal) =>
    isOfEngine(name)
      ? engine.callForJson(name, input, engineDeadlines[name], signal)
      : answerShell(name, input, signal);
}

/** From a list, since the engine's schemas would be most of what a start reads here. The engine checks what it is asked. */
function isOfEngine(name: string): name is keyof typeof engineDeadlines {
  return Object.hasOwn(engineDeadlines, name);
}
