// What a press of Generate costs and what is left after it. Pure.
import { priceCredits } from '#shared/domain/parameters.ts';
import type { ModelDescriptor, Parameters } from '#shared/gateway/model.ts';

export interface Cost {
  readonly totalCredits: number;
  readonly takes: number;
  /** `null` where the model has no duration. */
  readonly seconds: number | null;
  /** `null` while the balance is not known. */
  readonly leftCredits: number | null;
  /** Set when the balance is too small for all of it. */
  readonly shortage: {
    readonly freeCredits: number;
    /** Takes that can be paid, 0 when not even one. */
    readonly affordableTakes: number;
  } | null;
}

export function costOf(
  model: ModelDescriptor,
  parameters: Parameters,
  takes: number,
  availableCredits: number | null,
): Cost {
  const each = priceCredits(model, parameters);
  const totalCredits = each * takes;
  const duration = parameters['duration'];
  const isShort = availableCredits !== null && totalCredits > availableCredits;
  return {
    totalCredits,
    takes,
    seconds: typeof duration === 'number' ? duration : null,
    leftCredits: availableCredits === null ? null : Math.max(0, availableCredits - totalCredits),
    shortage: isShort
      ? {
          freeCredits: Math.max(0, availableCredits),
          affordableTakes: Math.floor(Math.max(0, availableCredits) / each),
        }
      : null,
  };
}
