// A command behind the button of a row: whether it runs, and why it did not work.
import type { StudioCallName, StudioInput, StudioOutput } from '#shared/contract/studio.ts';
import { errorWords } from '../../engine/error-words.ts';
import { useStudioCommand } from '../../engine/queries.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';

export interface RowCommand<K extends StudioCallName> {
  readonly isBusy: boolean;
  readonly problem: string | undefined;
  run(input: StudioInput<K>, onDone?: (output: StudioOutput<K>) => void): void;
}

export function useRowCommand<K extends StudioCallName>(name: K): RowCommand<K> {
  const t = useTranslate();
  const command = useStudioCommand(name);
  return {
    isBusy: command.isPending,
    problem: command.error ? errorWords(t, command.error) : undefined,
    run: (input, onDone) => void runToTheEnd(command.mutateAsync(input), onDone),
  };
}

/** Also when the screen has been left meanwhile. A failure is not lost: the row tells it. */
async function runToTheEnd<T>(running: Promise<T>, onDone?: (output: T) => void): Promise<void> {
  const [outcome] = await Promise.allSettled([running]);
  if (outcome.status === 'fulfilled') onDone?.(outcome.value);
}
