/** ISO 8601 durations of days, hours, minutes and seconds, as an undo window may be. Pure. */

const DURATION = /^P(?:(\d{1,2})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,5})S)?)?$/;
const LONGEST_MS = 7 * 24 * 3600 * 1000;

/** @returns milliseconds; 0 for no window; undefined when it is no duration or longer than a week */
export function readUndoWindow(text: string | undefined): number | undefined {
  if (text === undefined) return 0;
  const parts = DURATION.exec(text);
  if (!parts || text === 'P' || text.endsWith('T')) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  const milliseconds = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  return milliseconds <= LONGEST_MS ? milliseconds : undefined;
}
