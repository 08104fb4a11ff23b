// A contract's calls with their types and deadlines on top of the plain client.
import type { CallInput, CallName, CallOutput, Contract } from '../contract/define.ts';
import { AppError } from '../errors.ts';
import type { RpcClient } from './client.ts';

export interface TypedClient<C extends Contract> {
  call<K extends CallName<C>>(
    name: K,
    input: CallInput<C, K>,
    signal?: AbortSignal,
  ): Promise<CallOutput<C, K>>;
}

export function deadlineOf(contract: Contract, name: string): number {
  const definition = Object.hasOwn(contract, name) ? contract[name] : undefined;
  if (!definition || definition.kind === 'event') {
    throw new AppError('invalid-input', `There is no call named ${name.slice(0, 80)}`);
  }
  return definition.deadlineMs;
}

export function createTypedClient<C extends Contract>(
  contract: C,
  client: Pick<RpcClient, 'call'>,
): TypedClient<C> {
  return {
    call: async (name, input, signal) => {
      const value = await client.call(name, input, {
        deadlineMs: deadlineOf(contract, name),
        ...(signal ? { signal } : {}),
      });
      return value as never;
    },
  };
}
