/** What outside bodies decided about an institution, and what of it holds for a title on a day. Pure. */
import { type Accreditation, isInForce, type Text } from '../../formats/index.ts';
import { addDays, type Day } from '../../platform/calendar.ts';

export type RecordedAccreditation = {
  readonly id: string;
  readonly institutionId: string;
  readonly publicId: string;
  /** Code of the EU list `accreditation`. */
  readonly type: string;
  readonly title: Text;
  readonly agency: string;
  readonly register: string;
  readonly number: string | null;
  readonly url: string;
  readonly decision: Accreditation['decision'];
  readonly validFrom: Day;
  readonly validUntil: Day | null;
  /** What it covers; nothing named: the whole institution. */
  readonly unitId: string | null;
  readonly eqf: readonly number[];
  readonly fields: readonly string[];
  /** The decision that this one follows upon. */
  readonly renewsId: string | null;
  readonly withdrawnOn: Day | null;
  readonly recordedAt: Date;
  readonly revision: number;
  readonly warnedOf: Day | null;
};

/** Where a title stands: its unit with all those above it, its level, its field. */
export type Place = {
  readonly units: readonly string[];
  readonly eqf: number | undefined;
  readonly field: string | undefined;
};

/** All limits that are named hold; a title that does not say its level is outside of a limit on levels. */
export function covers({ unitId, eqf, fields }: RecordedAccreditation, place: Place): boolean {
  const inUnit = unitId === null || place.units.includes(unitId);
  const atLevel = eqf.length === 0 || (place.eqf !== undefined && eqf.includes(place.eqf));
  const inField = fields.length === 0 || fields.some((code) => place.field?.startsWith(code));
  return inUnit && atLevel && inField;
}

/** What is in force and covers the title; where a decision and its renewal overlap, the renewal alone. */
export function chooseInForce(
  all: readonly RecordedAccreditation[],
  place: Place,
  day: Day,
): RecordedAccreditation[] {
  const holding = all.filter((one) => isInForce(one, day) && covers(one, place));
  const renewed = new Set(holding.map(({ renewsId }) => renewsId));
  return holding
    .filter(({ id }) => !renewed.has(id))
    .sort((one, other) => sortKey(one).localeCompare(sortKey(other), 'en'));
}

function sortKey({ register, validFrom, publicId }: RecordedAccreditation): string {
  return `${register} ${validFrom} ${publicId}`;
}

/** As a version keeps it. */
export function toFacts(one: RecordedAccreditation, unitName: Text | undefined): Accreditation {
  const scope = {
    ...(unitName ? { unit: unitName } : {}),
    ...(one.eqf.length > 0 ? { eqf: one.eqf } : {}),
    ...(one.fields.length > 0 ? { fields: one.fields } : {}),
  };
  return {
    ...{ id: one.publicId, type: one.type, title: one.title, agency: one.agency, register: one.register },
    ...(one.number === null ? {} : { number: one.number }),
    ...{ url: one.url, decision: one.decision, validFrom: one.validFrom },
    ...(one.validUntil === null ? {} : { validUntil: one.validUntil }),
    ...(Object.keys(scope).length === 0 ? {} : { scope }),
  };
}

export const WARNING_DAYS = 90;

/** Its end is near, nothing follows upon it, and nobody was told of this end yet. */
export function isWarningDue(
  one: RecordedAccreditation,
  all: readonly RecordedAccreditation[],
  today: Day,
): boolean {
  if (one.validUntil === null || one.withdrawnOn !== null || one.warnedOf === one.validUntil) return false;
  const near = today <= one.validUntil && one.validUntil <= addDays(today, WARNING_DAYS);
  return near && !all.some(({ renewsId, withdrawnOn }) => renewsId === one.id && withdrawnOn === null);
}
