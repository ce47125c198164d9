/** In force on the instant that was asked: the dates of VCDM 2.0, VCDM 1.1 and Open Badges 2.0. Pure. */
import { type JsonObject, readInstant } from '../../formats/index.ts';
import { formatInstant } from '../../platform/clock.ts';
import { detailOf, failed, passed } from './report.ts';
import type { Check } from './verification.schema.ts';

const FROM = ['validFrom', 'issuanceDate', 'issuedOn'];
const UNTIL = ['validUntil', 'expirationDate', 'expires'];

/** Both ends are inside: VCDM 2.0, section 4.9. */
export function checkValidity(document: JsonObject, at: Date): Check {
  const from = readBoundary(document, FROM);
  const until = readBoundary(document, UNTIL);
  const detail = detailOf({ validFrom: from.text, validUntil: until.text, at: formatInstant(at) });
  if (from.malformed || until.malformed) return failed('validity', 'malformed-date', detail);
  if (from.instant && until.instant && until.instant < from.instant)
    return failed('validity', 'malformed-date', detail);
  if (from.instant && at < from.instant) return failed('validity', 'not-yet-valid', detail);
  if (until.instant && at > until.instant) return failed('validity', 'expired', detail);
  return passed('validity', detail);
}

type Boundary = {
  readonly text?: string;
  readonly instant?: Date;
  readonly malformed?: true;
};

/** Two names for one boundary in one document would be two answers. */
function readBoundary(document: JsonObject, names: readonly string[]): Boundary {
  const values = names.map((name) => document[name]).filter((value) => value !== undefined);
  const [value] = values;
  if (value === undefined) return {};
  if (values.length > 1 || typeof value !== 'string') return { malformed: true };
  const instant = readInstant(value);
  return instant ? { text: value, instant } : { text: value, malformed: true };
}
