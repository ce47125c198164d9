/** The demo's content as it is written down, and the way from there to what the verbs take. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseContent } from '../../features/designs/designs.schema.ts';
import type { DesignContent, GradeScheme, Text } from '../../formats/index.ts';

export type DemoDesign = {
  readonly id: string;
  readonly kind: DesignContent['kind'];
  readonly demoState: string;
  readonly institution: string;
  readonly unit: string;
  readonly policyPack: string;
  readonly versions: readonly {
    readonly n: number;
    readonly publishedOn: string | null;
    readonly differs?: readonly { path: string; value: unknown }[];
  }[];
  readonly primaryLanguage: string;
  readonly title: Text;
  readonly description: Text;
  readonly learningOutcomes: readonly {
    readonly id: string;
    readonly text: Text;
    readonly verb: Text;
    readonly object: Text;
    readonly context: Text;
    readonly bloom: string;
    readonly eqfLevel: number;
    readonly essential: boolean;
  }[];
  readonly workload: {
    readonly ects: number | null;
    readonly hours: number | null;
    readonly unit: string;
    readonly basis: Text;
    readonly activities: readonly {
      readonly id: string;
      readonly type: { readonly code: string };
      readonly label: Text;
      readonly hours: number;
      readonly contact: boolean;
    }[];
  };
  readonly level: {
    readonly argument: Text;
    readonly eqf: number | null;
    readonly nlqf: { code: string } | null;
    readonly qfEhea: Text | null;
  };
  readonly assessments: readonly {
    readonly id: string;
    readonly title: Text;
    readonly type: { code: string };
    readonly description: Text;
    readonly weight: number;
    readonly supervision: { code: string };
    readonly identityCheck: Text | null;
    readonly place: string;
    readonly mustPass: boolean;
    readonly secondExaminer: boolean;
    readonly resit: Text | null;
    readonly unsupervisedJustification: Text | null;
    readonly grading: {
      readonly scheme: string;
      readonly passMark: number | string | null;
      readonly label: Text;
    };
  }[];
  readonly alignment: readonly {
    readonly outcome: string;
    readonly assessment: string;
    readonly weight: number;
    readonly coverage: 'full' | 'partial';
  }[];
  readonly passRule: Text;
  readonly participation: readonly { code: string }[];
  readonly languagesOfInstruction: readonly { bcp47: string }[];
  readonly iscedF: { code: string };
  readonly audience: string;
  readonly targetGroup: Text;
  readonly prerequisites: Text;
  readonly admission: { readonly requirement: Text; readonly howTested: Text };
  readonly qualityAssurance: {
    readonly kind: { code: string };
    readonly framework: Text;
    readonly statement: Text;
  };
  readonly assessmentQuality: Readonly<
    Record<'validity' | 'reliability' | 'transparency' | 'independence' | 'secondExaminerRule', Text>
  >;
  readonly portfolioRelation: { readonly statement: Text; readonly link: string | null };
  readonly needEvidence: readonly Text[];
  readonly similar: { readonly difference: Text };
  readonly stackability: {
    readonly kind: 'stand-alone' | 'stackable';
    readonly statement: Text;
    readonly target: string | null;
    readonly receivingBodyStatement: { readonly body: Text; readonly text: Text } | null;
  };
  readonly recognitionOfPriorLearning: { readonly statement: Text };
  readonly accessibility: { readonly materials: Text; readonly assessmentAdjustments: Text };
  readonly feedback: readonly { readonly instrument: Text }[];
  readonly complaintsAndAppeals: {
    readonly complaint: Text;
    readonly appeal: Text;
    readonly contact: string;
  };
  readonly privacy: { readonly statement: Text; readonly retention: Text };
  readonly team: readonly {
    readonly person: string;
    readonly role: Text;
    readonly qualification: {
      readonly kind: string;
      readonly registerReference: string | null;
      readonly validFrom: string;
      readonly validUntil: string | null;
      readonly equivalence: Text | null;
    };
  }[];
  readonly deliveries: readonly { readonly start: string; readonly end: string }[];
  readonly gradePolicy: { readonly scheme: string };
  readonly validity: { readonly months: number | null };
  readonly furtherInformation: Text;
  readonly tags: readonly string[];
};

export type DemoPerson = {
  readonly id: string;
  readonly kind: 'staff' | 'learner' | 'operator';
  readonly name: { readonly full: string; readonly given: string | null; readonly family: string | null };
  readonly locale: string;
  readonly institution: string | null;
  readonly emails: readonly {
    readonly address: string;
    readonly verified: boolean;
    readonly primary: boolean;
  }[];
  readonly identifiers: {
    readonly eppn: readonly string[];
    readonly schacHomeOrganization: string | null;
    readonly eduId: string | null;
  };
  readonly assurance: { readonly name: string };
  readonly roles: readonly { readonly role: string; readonly scope: string | null }[];
};

export type DemoAward = {
  readonly id: string;
  readonly design: string;
  readonly designVersion: number;
  readonly recipient: string;
  readonly recipientAs: {
    readonly name: string | null;
    readonly email: string | null;
    readonly eppn: string | null;
    readonly language: string;
  };
  readonly state: string;
  readonly awardedOn: string;
  readonly awardedBy: string;
  readonly result: { readonly overall: string | number } | null;
  readonly evidence: { readonly name: Text; readonly url: string | null } | null;
  readonly motivation: Text | string | null;
  readonly validUntil: string | null;
  readonly sharing: {
    readonly public: boolean;
    readonly showName: boolean;
    readonly showGrade: boolean;
    readonly showEvidence: boolean;
  } | null;
  readonly reasonCode: string | null;
  readonly reasonText: Text | string | null;
  readonly history: readonly { readonly at: string; readonly event: string }[];
};

type DemoInstitution = {
  readonly id: string;
  readonly name: Text;
  readonly type: string;
  readonly domain: string;
  readonly schacHomeOrganization: string;
  readonly defaultLanguage: 'en' | 'nl';
  readonly units: readonly { readonly id: string; readonly name: Text }[];
};

export type DemoTerms = {
  readonly publishedOn: string;
  readonly agreedOn: string;
  /** Learners who are asked at their next visit, so that anyone can see how that goes. */
  readonly notYet: readonly string[];
  readonly terms: readonly {
    /** `operator`: of the platform. */
    readonly owner: string;
    readonly kind: 'terms-of-service' | 'staff-agreement' | 'formal-award' | 'informal-award';
    readonly texts: Readonly<Record<'en' | 'nl', { readonly excerpt: string; readonly text: string }>>;
  }[];
};

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'content', `${name}.json`), 'utf8'));
}

/** Read when asked for: a server without the demo never opens these files. */
export function readDemo() {
  const { asOf, designs, institutions, largerCredentials } = read<{
    asOf: string;
    designs: DemoDesign[];
    institutions: DemoInstitution[];
    largerCredentials: { id: string; title: Text }[];
  }>('designs');
  const { people } = read<{ people: DemoPerson[] }>('people');
  const { awards } = read<{ awards: DemoAward[] }>('awards');
  return { asOf, designs, institutions, largerCredentials, people, awards, terms: read<DemoTerms>('terms') };
}

/** How the demo's institutions are known here. */
export const SLUGS: Readonly<Record<string, string>> = {
  'university-of-groningen': 'groningen',
  'mbo-oosterdiep': 'oosterdiep',
};

/** Earlier versions are written down as what they said differently. */
export function versionOf(design: DemoDesign, n: number): DemoDesign {
  const differs = design.versions.find((version) => version.n === n)?.differs ?? [];
  const copy = structuredClone(design);
  for (const { path, value } of differs) replaceAt(copy, path.slice(1).split('/'), value);
  return copy;
}

function replaceAt(target: unknown, [name, ...rest]: readonly string[], value: unknown): void {
  if (typeof target !== 'object' || target === null || name === undefined) return;
  const node = target as Record<string, unknown>;
  if (rest.length === 0) node[name] = value;
  else replaceAt(node[name], rest, value);
}

const CYCLES: Readonly<Record<string, 'short' | 'first' | 'second' | 'third'>> = {
  'short cycle': 'short',
  'first cycle': 'first',
  'second cycle': 'second',
  'third cycle': 'third',
};

export function toContent(design: DemoDesign): DesignContent {
  const { workload, level } = design;
  const cycle = level.qfEhea?.en ? CYCLES[level.qfEhea.en] : undefined;
  return parseContent({
    kind: design.kind,
    defaultLanguage: design.primaryLanguage,
    title: design.title,
    description: design.description,
    outcomes: design.learningOutcomes.map(({ id, text }) => ({ id, text })),
    assessments: design.assessments.map((one) => ({
      id: one.id,
      title: one.title,
      description: one.description,
      type: one.type.code,
      supervision: one.supervision.code,
      ...(one.identityCheck ? { identityCheck: one.identityCheck } : {}),
      weight: one.weight,
      grading: one.grading.label,
    })),
    provenBy: design.alignment,
    workload: {
      ...(workload.ects ? { ects: workload.ects } : {}),
      ...(workload.hours ? { hours: workload.hours } : {}),
      ...(workload.unit !== 'ECTS' && workload.hours
        ? { other: { amount: workload.hours, unit: workload.unit } }
        : {}),
    },
    level: {
      ...(level.eqf ? { eqf: level.eqf } : {}),
      ...(level.nlqf ? { nlqf: level.nlqf.code } : {}),
      ...(cycle ? { qfEhea: cycle } : {}),
    },
    participation: design.participation.map(({ code }) => code),
    qualityAssurance: {
      type: design.qualityAssurance.kind.code,
      framework: design.qualityAssurance.framework,
      statement: design.qualityAssurance.statement,
    },
    instructionLanguages: design.languagesOfInstruction.map(({ bcp47 }) => bcp47),
    gradeScheme: toGradeScheme(design),
    passRule: design.passRule,
    prerequisites: design.prerequisites,
    audience: design.targetGroup,
    stackability: { kind: design.stackability.kind, statement: design.stackability.statement },
    furtherInformation: design.furtherInformation,
    programme: { place: 'own-course' },
    iscedF: design.iscedF.code,
    tags: design.tags,
    ...(design.validity.months ? { validityMonths: design.validity.months } : {}),
  });
}

function toGradeScheme(design: DemoDesign): GradeScheme {
  if (design.gradePolicy.scheme === '1-10') return { scheme: '1-10', passMark: 5.5 };
  return design.gradePolicy.scheme === 'o-v-g' ? { scheme: 'o-v-g' } : { scheme: 'pass-fail' };
}
