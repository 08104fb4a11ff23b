// Which numbers of an archive are kept as they are. Pure.

/** Larger numbers are not kept: a few of them would use up all there are. */
export const largestKept = 2 ** 40;

export function isKeepable(id: number): boolean {
  return id > 0 && id <= largestKept;
}
