// Days as a field of the kind "date" has them, and the moment at which one begins where the person is. Pure.

/** `2026-06-01`, or nothing. */
export function dayOf(time: string | undefined): string {
  if (time === undefined) return '';
  const at = new Date(time);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** `null` for what is no day, such as one that is half typed. */
export function timeOfDay(day: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return null;
  const [year = 0, month = 0, date = 0] = match.slice(1).map(Number);
  const at = new Date(year, month - 1, date);
  return Number.isNaN(at.getTime()) || at.getFullYear() < 1970 ? null : at.toISOString();
}
