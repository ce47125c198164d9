/** One row of a grant, judged before anything is written. Pure. */
import {
  type DesignContent,
  type Evidence,
  isPassingGrade,
  type Language,
  parseGrade,
  type Result,
} from '../../formats/index.ts';
import { addMonths, type Day, isDay } from '../../platform/calendar.ts';
import { isMailAddress } from '../../platform/mail/index.ts';
import { type AudienceBasis, normaliseIdentifier } from './award.ts';
import type { RecipientRow } from './awards.schema.ts';

export type ReadyRow = {
  readonly email: string | null;
  readonly identifier: string | null;
  readonly name: string | null;
  readonly awardedOn: Day;
  readonly expiresOn: Day | null;
  readonly result: Result | null;
  readonly narrative: string | null;
  readonly evidence: readonly Evidence[] | null;
  readonly language: Language;
  readonly reference: string | null;
  readonly audience: string | null;
  readonly audienceBy: AudienceBasis | null;
  /** Values of eduPersonAffiliation, without scope. */
  readonly affiliations: readonly string[];
};

export type Refusal = { readonly code: string; readonly detail: string };

export type RowContext = {
  readonly content: DesignContent;
  readonly languages: readonly Language[];
  /** The day it is at the institution. */
  readonly today: Day;
};

export function readRecipient(row: RecipientRow, context: RowContext): ReadyRow | Refusal {
  const { content, languages, today } = context;
  const email = row.email ? normaliseIdentifier(row.email) : null;
  const identifier = row.identifier ? normaliseIdentifier(row.identifier) : null;
  if (!email && !identifier)
    return refuse('recipient-missing', 'An e-mail address or an institution identifier is needed.');
  if (email && !isMailAddress(email))
    return refuse('email-malformed', `"${row.email}" is not an e-mail address.`);

  const awardedOn = row.awardedOn || today;
  if (!isDay(awardedOn))
    return refuse('day-malformed', `"${row.awardedOn}" is not a day such as 2026-07-17.`);
  if (awardedOn > today) return refuse('day-in-the-future', `The award day ${awardedOn} is still to come.`);
  const expiresOn =
    row.expiresOn || (content.validityMonths ? addMonths(awardedOn, content.validityMonths) : null);
  if (expiresOn && !isDay(expiresOn))
    return refuse('day-malformed', `"${row.expiresOn}" is not a day such as 2026-07-17.`);
  if (expiresOn && expiresOn < awardedOn)
    return refuse('expires-before-award', `It would expire on ${expiresOn}, before it is awarded.`);

  const language = row.language ? row.language.toLowerCase() : content.defaultLanguage;
  if (!languages.includes(language))
    return refuse('language-unavailable', `This version speaks ${languages.join(', ')}, not ${language}.`);

  const grade = row.result ? parseGrade(content.gradeScheme, row.result) : undefined;
  if (row.result && grade === undefined)
    return refuse('result-unknown', `"${row.result}" is not a result of this design.`);
  if (grade !== undefined && !isPassingGrade(content.gradeScheme, grade))
    return refuse('result-fails', `"${row.result}" does not pass.`);

  return {
    email,
    identifier,
    name: row.name ? row.name.normalize('NFC') : null,
    awardedOn,
    expiresOn,
    result: grade === undefined ? null : { value: grade },
    narrative: row.narrative || null,
    evidence: readEvidence(row.evidence),
    language,
    reference: row.reference || null,
    audience: row.audience || null,
    audienceBy: row.audience ? 'declared' : null,
    affiliations: readAffiliations(row.affiliation),
  };
}

export function isRefusal(row: object): row is Refusal {
  return 'code' in row;
}

function refuse(code: string, detail: string): Refusal {
  return { code: `awards/${code}`, detail };
}

/** Empty fields are no evidence. */
function readEvidence(evidence: RecipientRow['evidence']): readonly Evidence[] | null {
  const said = (evidence ?? [])
    .map(({ url, sha256, name, narrative }) => ({
      ...(url ? { url } : {}),
      // A digest of nothing is no evidence.
      ...(url && sha256 ? { sha256 } : {}),
      ...(name ? { name } : {}),
      ...(narrative ? { narrative } : {}),
    }))
    .filter((one) => Object.keys(one).length > 0);
  return said.length > 0 ? said : null;
}

/** As eduPerson has them: several at once, each perhaps with the institution that states it (`student@example.org`). */
function readAffiliations(stated = ''): readonly string[] {
  const values = stated.toLowerCase().split(/[\s,;|]+/);
  return [...new Set(values.map((value) => value.split('@')[0] ?? '').filter((value) => value !== ''))];
}
