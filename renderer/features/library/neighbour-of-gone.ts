// Which clip stands where others have gone. Pure.

/** The first one after the last that goes; without one the last before them. `null` when none is left. */
export function neighbourOfGone(
  order: readonly string[],
  gone: ReadonlySet<string>,
): string | null {
  const last = order.findLastIndex((id) => gone.has(id));
  return (
    order[last + 1] ?? order.slice(0, Math.max(0, last)).findLast((id) => !gone.has(id)) ?? null
  );
}
