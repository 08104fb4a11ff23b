// Putting clips of a collection in order by hand: dragged before another one, or moved by a step with a key.
import type { GenerationId } from '#shared/domain/ids.ts';
import type { LibraryFilter } from '../../clip/library-view.ts';
import type { Organise } from '../../clip/use-organise.ts';

export interface Arrange {
  /** Before another one; `null` for the end. */
  readonly before: (ids: readonly GenerationId[], before: GenerationId | null) => void;
  readonly step: (ids: readonly GenerationId[], step: -1 | 1) => void;
}

/** `null` where there is no order that could be changed. */
export function arrangeIn(
  { collection, sort, place }: LibraryFilter,
  order: readonly GenerationId[],
  organise: Organise,
): Arrange | null {
  if (collection === null || sort !== 'manual' || place === 'trash') return null;
  const before = (ids: readonly GenerationId[], target: GenerationId | null) =>
    void organise.change(ids, { type: 'arrange', collectionId: collection, before: target });
  return {
    before,
    step: (ids, step) => {
      const target = targetOfStep(order, new Set(ids), step);
      if (target !== undefined) before(ids, target);
    },
  };
}

/** Before which one they stand then; `undefined` when they are at that end already. Pure. */
export function targetOfStep<Id extends string>(
  order: readonly Id[],
  moving: ReadonlySet<Id>,
  step: -1 | 1,
): Id | null | undefined {
  const places = order.flatMap((id, index) => (moving.has(id) ? [index] : []));
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  if (step === -1) return first === 0 ? undefined : order[first - 1];
  if (last === order.length - 1) return undefined;
  return order[last + 2] ?? null;
}
