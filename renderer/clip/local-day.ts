// The local day of a moment, to put headings between days. Pure and quick.

/** `2026-11-23` on the calendar of this machine. Written by hand: `Intl` takes 50 times as long. */
export function localDay(moment: string): string {
  const date = new Date(moment);
  const month = date.getMonth() + 1;
  const day = date.getDate();
  return `${date.getFullYear()}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** A moment of that day, far from both its ends. */
export function noonOf(day: string): string {
  return `${day}T12:00:00`;
}
