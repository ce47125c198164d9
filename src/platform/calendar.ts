/**
 * Calendar days, meant in a zone, never midnights (DECISIONS 17). A day is `2026-11-21`.
 */

export type Day = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for days that exist: not 30 February. */
export function isDay(text: string): boolean {
  const parts = DAY.exec(text);
  if (!parts) return false;
  const [, year, month, date] = parts.map(Number) as [number, number, number, number]; // three groups of digits
  const made = new Date(Date.UTC(year, month - 1, date));
  return year >= 1900 && made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
}

/** Which day it is there. */
export function dayIn(zone: string, instant: Date): Day {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return parts.format(instant);
}

export function addDays(day: Day, days: number): Day {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** 31 January and one month is the last of February. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** `2026-11-21T00:00:00+01:00` */
export function startOfDay(day: Day, zone: string): string {
  return `${day}T00:00:00${offsetAt(day, '00:00:00', zone)}`;
}

/** The instant at which a clock there shows `2026-11-21T09:00`; an invalid date for what no clock shows. */
export function instantIn(zone: string, local: string): Date {
  const [day = '', time = ''] = local.split('T');
  const clock = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(time) ? time.padEnd(8, ':00') : undefined;
  return isDay(day) && clock
    ? new Date(`${day}T${clock}${offsetAt(day, clock, zone)}`)
    : new Date(Number.NaN);
}

/** `2026-11-21T23:59:59+01:00` */
export function endOfDay(day: Day, zone: string): string {
  return `${day}T23:59:59${offsetAt(day, '23:59:59', zone)}`;
}

/** Ten thousand awards of one day ask for the same few; asking the time zone data is slow. */
const knownOffsets = new Map<string, string>();
const MAX_KNOWN_OFFSETS = 1_000;

function offsetAt(day: Day, time: string, zone: string): string {
  const question = `${zone} ${day} ${time}`;
  const known = knownOffsets.get(question);
  if (known !== undefined) return known;
  if (knownOffsets.size >= MAX_KNOWN_OFFSETS) knownOffsets.clear();
  const offset = findOffset(day, time, zone);
  knownOffsets.set(question, offset);
  return offset;
}

/** The offset in force at that wall time; at a jump of the clock, the one that makes the wall time true. */
function findOffset(day: Day, time: string, zone: string): string {
  const wall = Date.parse(`${day}T${time}Z`);
  const first = offsetMinutes(zone, new Date(wall));
  const minutes = offsetMinutes(zone, new Date(wall - first * 60_000));
  const sign = minutes < 0 ? '-' : '+';
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0');
  return `${sign}${two(minutes / 60)}:${two(Math.abs(minutes) % 60)}`;
}

function offsetMinutes(zone: string, instant: Date): number {
  const name = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(instant)
    .find((part) => part.type === 'timeZoneName')?.value;
  const parts = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name ?? '');
  const minutes = Number(parts?.[2] ?? 0) * 60 + Number(parts?.[3] ?? 0);
  return parts?.[1] === '-' ? -minutes : minutes;
}
