// Answers the page's calls: those of the shell in this process, all others by the engine.
import { engineContract } from '#shared/contract/engine.ts';
import { shellContract } from '#shared/contract/shell.ts';
import { type AnyHandler, dispatch } from '#shared/rpc/server.ts';
import { deadlineOf } from '#shared/rpc/typed-client.ts';
import type { EngineSupervisor } from '../processes/engine-supervisor.ts';

/** The answer as JSON text. */
export type Answer = (name: string, input: unknown, signal: AbortSignal) => Promise<string>;

export interface StudioAnswerDeps {
  readonly engine: EngineSupervisor;
  readonly shellHandlers: Readonly<Record<string, AnyHandler>>;
}

export function answerWith({ engine, shellHandlers }: StudioAnswerDeps): Answer {
  return async (name, input, signal) => {
    if (Object.hasOwn(shellContract, name)) {
      const options = { contract: shellContract, handlers: shellHandlers };
      return JSON.stringify(await dispatch(options, name, input, { signal }));
    }
    return engine.callForJson(name, input, deadlineOf(engineContract, name), signal);
  };
}
