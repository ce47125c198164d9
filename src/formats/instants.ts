/** Instants as signed documents write them: XSD dateTimeStamp, a date and time that always names its zone. */

const STAMP = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

export function isInstant(text: string): boolean {
  return readInstant(text) !== undefined;
}

/** Undefined for a text without a zone and for a day that does not exist. */
export function readInstant(text: string): Date | undefined {
  const [, year, month, day, hour, minute, second] = STAMP.exec(text) ?? [];
  if (year === undefined) return undefined;
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const withinDay = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  const withinYear = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= lastDay;
  return withinDay && withinYear ? new Date(text) : undefined;
}

/** Seconds since 1970, as JWT's NumericDate; whole, because Open Badges compares them at seconds. */
export function toSeconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
