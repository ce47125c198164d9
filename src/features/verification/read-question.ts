/** `--at`, `--as`, `?at=`, `?as=` as people write them. Pure. */
import { isInstant } from '../../formats/index.ts';
import { dayIn, endOfDay, isDay } from '../../platform/calendar.ts';
import type { ExpectedRecipient } from './inquiry.ts';

/** Days are meant where the institutions are (DECISIONS 17). */
const ZONE = 'Europe/Amsterdam';

/**
 * A day means its end, so that what was granted or expires on that day was valid on it; today means now.
 * Undefined for what is no date.
 */
export function readAt(text: string, now: Date): Date | undefined {
  if (isInstant(text)) return new Date(text);
  if (!isDay(text)) return undefined;
  return text === dayIn(ZONE, now) ? now : new Date(endOfDay(text, ZONE));
}

export function readExpected(text: string): ExpectedRecipient | undefined {
  const [, kind, value = ''] = /^(email|id):\s*(.+)$/is.exec(text.trim()) ?? [];
  if (value === '' || value.length > 300) return undefined;
  return { kind: kind?.toLowerCase() === 'email' ? 'email' : 'id', value: value.trim() };
}
