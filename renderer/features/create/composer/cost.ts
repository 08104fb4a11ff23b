// What a press of Generate costs and what is left after it. Pure.
import { priceCredits } from '#shared/domain/parameters.ts';
import type { Composition } from './composition.ts';

export interface Cost {
  readonly totalCredits: number;
  readonly takes: number;
  /** All clips of the press. */
  readonly clips: number;
  /** `null` where the model has no duration. */
  readonly seconds: number | null;
  /** `null` while the balance is not known. */
  readonly leftCredits: number | null;
  /** Set when the balance is too small for all of it. */
  readonly shortage: {
    readonly freeCredits: number;
    /** Takes that can be paid, of each prompt; 0 when not even one. */
    readonly affordableTakes: number;
  } | null;
}

type Priced = Pick<Composition, 'model' | 'kind' | 'parameters' | 'promptCount'>;

export function costOf(
  { model, kind, parameters, promptCount }: Priced,
  takes: number,
  availableCredits: number | null,
): Cost {
  const each = priceCredits(model, parameters, kind);
  const prompts = Math.max(1, promptCount); // while a variable has no value yet
  const clips = prompts * takes;
  const totalCredits = each * clips;
  const duration = parameters['duration'];
  const isShort = availableCredits !== null && totalCredits > availableCredits;
  return {
    totalCredits,
    takes,
    clips,
    seconds: typeof duration === 'number' ? duration : null,
    leftCredits: availableCredits === null ? null : Math.max(0, availableCredits - totalCredits),
    shortage: isShort
      ? {
          freeCredits: Math.max(0, availableCredits),
          affordableTakes: Math.floor(Math.max(0, availableCredits) / (each * prompts)),
        }
      : null,
  };
}
