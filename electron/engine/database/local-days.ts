// The day of a moment on the calendar of this machine, which is asked once for each day: it takes long to answer.

/** `2026-11-23`, from milliseconds since 1970. */
export function createDays(): (atMs: number) => string {
  let day = { name: '', fromMs: 0, toMs: 0 };
  return (atMs) => {
    if (atMs >= day.fromMs && atMs < day.toMs) return day.name;
    const date = new Date(atMs);
    const [year, month, ofMonth] = [date.getFullYear(), date.getMonth(), date.getDate()];
    const two = (number: number) => String(number).padStart(2, '0');
    day = {
      name: `${year}-${two(month + 1)}-${two(ofMonth)}`,
      fromMs: new Date(year, month, ofMonth).getTime(),
      toMs: new Date(year, month, ofMonth + 1).getTime(),
    };
    return day.name;
  };
}
