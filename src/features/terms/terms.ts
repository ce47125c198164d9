/** What people agree to: texts of the platform or of an institution, in versions that never change. Pure. */
import type { TermsTexts } from './terms.schema.ts';

/** Of the platform: asked of everyone who signs in, the second of those who work here too. */
export const PLATFORM_KINDS = ['terms-of-service', 'staff-agreement'] as const;
/** Of an institution: asked at the first claim from it. */
export const INSTITUTION_KINDS = ['formal-award', 'informal-award'] as const;
export const TERMS_KINDS = [...PLATFORM_KINDS, ...INSTITUTION_KINDS] as const;
export type TermsKind = (typeof TERMS_KINDS)[number];

export type Terms = {
  readonly id: string;
  /** Null: of the platform. */
  readonly institutionId: string | null;
  readonly kind: TermsKind;
  /** Null: a draft. */
  readonly version: number | null;
  readonly texts: TermsTexts;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
};

/**
 * Edubadges and microcredentials are of accredited education, and what is agreed for them is a matter of a student
 * and their institution; a proof of competence may be earned by anyone, and its terms are shorter.
 */
export function termsKindOf(design: 'microcredential' | 'proof-of-competence' | 'edubadge'): TermsKind {
  return design === 'proof-of-competence' ? 'informal-award' : 'formal-award';
}

/** An institution has kinds of its own, and the operator those of the platform. */
export function kindsOf(institution: { readonly kind: string }): readonly TermsKind[] {
  return institution.kind === 'operator' ? PLATFORM_KINDS : INSTITUTION_KINDS;
}

/** The version that stands of each kind: the newest. */
export function findStanding(versions: readonly Terms[]): Terms[] {
  const newest = new Map<string, Terms>();
  for (const terms of versions) {
    const key = `${terms.institutionId} ${terms.kind}`;
    if ((terms.version ?? 0) > (newest.get(key)?.version ?? 0)) newest.set(key, terms);
  }
  return [...newest.values()];
}
