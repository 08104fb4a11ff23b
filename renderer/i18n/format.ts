// Figures as people read them: bytes, times, counts, dates, credits. Pure; the clock and the time zone are passed in
// or are those of the machine. Must not hold words that need translating beyond units.

const byteUnits = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'] as const;

/** Decimal units as disks are sold: `212 B`, `9 KB`, `41.3 GB`, `198 MB`. */
export function formatBytes(sizeBytes: number): string {
  const { figure, unit } = splitBytes(sizeBytes);
  return `${figure} ${unit}`;
}

/** The figure and the unit apart, for figures set in large type. */
export function splitBytes(sizeBytes: number): { readonly figure: string; readonly unit: string } {
  let value = Math.max(0, sizeBytes);
  let index = 0;
  // 999.95 KB would be written 1000 KB, so it is 1 MB.
  while (index < byteUnits.length - 1 && roundBytes(value, index) >= 1000) {
    value /= 1000;
    index += 1;
  }
  return { figure: String(roundBytes(value, index)), unit: byteUnits[index] ?? 'B' };
}

/** One decimal below 100, none above and none for single bytes. */
function roundBytes(value: number, index: number): number {
  return index === 0 || value >= 99.95 ? Math.round(value) : Math.round(value * 10) / 10;
}

/** `26 of 41 MB`: both in the unit of the whole. */
export function formatBytesOf(doneBytes: number, totalBytes: number): string {
  const { unit } = splitBytes(totalBytes);
  const scale = 1000 ** byteUnits.findIndex((candidate) => candidate === unit);
  const isLarge = unit === 'GB' || unit === 'TB' || unit === 'PB';
  const write = (bytes: number) => (bytes / scale).toFixed(isLarge ? 1 : 0);
  return `${write(Math.min(doneBytes, totalBytes))} of ${write(totalBytes)} ${unit}`;
}

const counts = new Intl.NumberFormat('en-US');

/** `2,418` */
export function formatCount(count: number): string {
  return counts.format(Math.round(count));
}

/** `64%` from 0.64; never 100% before it is all. */
export function formatShare(share: number): string {
  const percent = Math.min(1, Math.max(0, share)) * 100;
  return `${percent < 100 ? Math.floor(percent) : 100}%`;
}

/** On a poster: `0:08`, `1:12`, `1:02:03`. */
export function formatClock(durationMs: number): string {
  const seconds = Math.round(Math.max(0, durationMs) / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const tail = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${tail}` : `${minutes}:${tail}`;
}

/** In the player: `0:03.20`, hundredths of a second. */
export function formatTimecode(positionMs: number): string {
  const hundredths = Math.floor(Math.max(0, positionMs) / 10);
  const seconds = Math.floor(hundredths / 100);
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}.${two(hundredths % 100)}`;
}

/** A total, in words: `8 s`, `41 s`, `12 min`, `3 h 12 min`. */
export function formatDuration(durationMs: number): string {
  const seconds = Math.round(Math.max(0, durationMs) / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}

/** `256 credits`, `1 credit` */
export function formatCredits(credits: number): string {
  return `${formatCount(credits)} ${credits === 1 ? 'credit' : 'credits'}`;
}

/** A change of the balance: `+80`, `−64`. */
export function formatCreditChange(credits: number): string {
  if (credits === 0) return '0';
  return `${credits > 0 ? '+' : '−'}${formatCount(Math.abs(credits))}`;
}

/** Anything that names a moment: an ISO string or a `Date`. */
export type Moment = string | Date;

/** `23 Dec 2026` */
export function formatDate(moment: Moment, timeZone?: string): string {
  const { day, month, year } = partsOf(
    moment,
    { day: 'numeric', month: 'short', year: 'numeric' },
    timeZone,
  );
  return `${day} ${month.slice(0, 3)} ${year}`;
}

/** `23 Dec`, where the year is plain from the place. */
export function formatShortDate(moment: Moment, timeZone?: string): string {
  const { day, month } = partsOf(moment, { day: 'numeric', month: 'short' }, timeZone);
  return `${day} ${month.slice(0, 3)}`;
}

/** `June 2026` */
export function formatMonth(moment: Moment, timeZone?: string): string {
  const { month, year } = partsOf(moment, { month: 'long', year: 'numeric' }, timeZone);
  return `${month} ${year}`;
}

/** `14:31` */
export function formatTime(moment: Moment, timeZone?: string): string {
  const { hour, minute } = partsOf(moment, clockOptions, timeZone);
  return `${hour}:${minute}`;
}

/** `14:31:08` */
export function formatTimeWithSeconds(moment: Moment, timeZone?: string): string {
  const { hour, minute, second } = partsOf(
    moment,
    { ...clockOptions, second: '2-digit' },
    timeZone,
  );
  return `${hour}:${minute}:${second}`;
}

/** `23 Dec 2026, 14:31` */
export function formatDateTime(moment: Moment, timeZone?: string): string {
  return `${formatDate(moment, timeZone)}, ${formatTime(moment, timeZone)}`;
}

/** `Today`, `Yesterday`, `Saturday, 21 November`, and with its year when that is not this one. */
export function formatDayHeading(moment: Moment, now: Moment, timeZone?: string): string {
  const daysAgo = dayNumber(now, timeZone) - dayNumber(moment, timeZone);
  if (daysAgo === 0) return 'Today';
  if (daysAgo === 1) return 'Yesterday';
  const { weekday, day, month, year } = partsOf(moment, headingOptions, timeZone);
  const isThisYear = year === partsOf(now, { year: 'numeric' }, timeZone).year;
  return `${weekday}, ${day} ${month}${isThisYear ? '' : ` ${year}`}`;
}

/** The local day as `2026-11-23`, to group by. */
export function dayKey(moment: Moment, timeZone?: string): string {
  const { year, month, day } = partsOf(moment, dayOptions, timeZone);
  return `${year}-${month}-${day}`;
}

const clockOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const dayOptions = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
const headingOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function dayNumber(moment: Moment, timeZone: string | undefined): number {
  return Date.parse(`${dayKey(moment, timeZone)}T00:00:00Z`) / 86_400_000;
}

type Parts = Record<'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute' | 'second', string>;

/** To make one takes a hundred times as long as to use it. The offset is in the name: the clock of the device may move to another zone. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(options: Intl.DateTimeFormatOptions, timeZone?: string): Intl.DateTimeFormat {
  const zone = timeZone ?? new Date().getTimezoneOffset();
  const name = `${zone} ${JSON.stringify(options)}`;
  const known = formats.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat(
    'en-GB',
    timeZone === undefined ? options : { ...options, timeZone },
  );
  formats.set(name, made);
  return made;
}

function partsOf(moment: Moment, options: Intl.DateTimeFormatOptions, timeZone?: string): Parts {
  const format = formatOf(options, timeZone);
  const parts: Parts = {
    weekday: '',
    day: '',
    month: '',
    year: '',
    hour: '',
    minute: '',
    second: '',
  };
  for (const { type, value } of format.formatToParts(new Date(moment))) {
    if (type in parts) parts[type as keyof Parts] = value;
  }
  return parts;
}
