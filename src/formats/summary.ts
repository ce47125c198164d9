/** What any credential says, in one shape for display: the way back from a format. */

export type SummaryParty = {
  readonly id?: string;
  readonly name?: string;
  readonly url?: string;
  readonly email?: string;
  readonly image?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly parent?: { readonly id?: string; readonly name?: string };
};

/** An identifier of the recipient as the credential writes it: plain, or a hash nobody can read back. */
export type SummaryIdentifier = {
  readonly type: string;
  readonly hashed: boolean;
  readonly value: string;
  readonly salt?: string;
};

export type SummaryResult = {
  readonly name?: string;
  readonly value?: string;
  readonly status?: string;
  /** Code in a grade scheme of ours, when it can be told. */
  readonly code?: string;
  readonly required?: string;
};

export type SummaryAlignment = {
  readonly name: string;
  readonly url: string;
  readonly framework?: string;
  readonly code?: string;
  readonly description?: string;
  /** Which European element it states, when its URL stands in a list we know. */
  readonly element?: EuropeanElement;
};

/** The elements that Open Badges has no term for and that are said by a link to a list (DECISIONS 14). */
export type EuropeanElement =
  | 'assessment-type'
  | 'participation'
  | 'supervision'
  | 'quality-assurance'
  | 'credit-system'
  | 'eqf-level'
  | 'nqf-level'
  | 'ehea-cycle'
  | 'field';

/** A heading of the criteria with the text under it; `topic` is set for the headings we write ourselves. */
export type SummarySection = {
  readonly topic?: CriteriaTopic;
  readonly heading?: string;
  readonly text: string;
};

export type CriteriaTopic =
  | 'outcomes'
  | 'assessments'
  | 'pass-rule'
  | 'workload'
  | 'prerequisites'
  | 'audience'
  | 'instruction-languages'
  | 'programme'
  | 'quality-assurance'
  | 'external-quality-assurance'
  | 'stackability'
  | 'partners'
  | 'validity'
  | 'further-information';

export type SummaryStatus = {
  readonly type: string;
  readonly list?: string;
  readonly index?: number;
  readonly purpose?: string;
};

export type SummaryEvidence = {
  readonly url?: string;
  /** Hexadecimal, when the credential says what stands at the address. */
  readonly sha256?: string;
  readonly name?: string;
  readonly narrative?: string;
  readonly description?: string;
};

export type CredentialSummary = {
  readonly id?: string;
  readonly title: string;
  readonly description?: string;
  readonly language?: string;
  readonly image?: { readonly url: string; readonly alt?: string };
  readonly issuer: SummaryParty;
  readonly creator?: SummaryParty;
  readonly recipient: {
    readonly id?: string;
    readonly name?: string;
    readonly identifiers: readonly SummaryIdentifier[];
  };
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly awardedDate?: string;
  readonly definition: { readonly id?: string; readonly type?: string; readonly version?: string };
  readonly criteriaUrl?: string;
  readonly criteria: readonly SummarySection[];
  /** The learning outcomes as text, when the criteria have them under a heading of their own. */
  readonly outcomes?: string;
  readonly alignments: readonly SummaryAlignment[];
  readonly results: readonly SummaryResult[];
  readonly credits: { readonly available?: number; readonly earned?: number };
  readonly evidence: readonly SummaryEvidence[];
  readonly narrative?: string;
  readonly tags: readonly string[];
  readonly fieldOfStudy?: string;
  readonly status?: SummaryStatus;
};
