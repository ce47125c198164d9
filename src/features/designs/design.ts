/** What can be earned: drafts, versions and the rules between them. Pure. */
import type { DesignContent, DesignKind, Language, Text } from '../../formats/index.ts';
import type { Place } from '../institutions/index.ts';
import type { MissingElement } from './designs.schema.ts';

export type Design = {
  readonly id: string;
  readonly institutionId: string;
  readonly issuerId: string;
  readonly unitId: string | null;
  readonly publicId: string;
  readonly kind: DesignKind;
  readonly draft: DesignContent;
  /** Storage key of an uploaded image; null: the waarmerk is drawn. */
  readonly draftImage: string | null;
  readonly draftRevision: number;
  readonly partnerUnitIds: readonly string[];
  readonly markByte: number | null;
  readonly latestVersion: number;
  readonly changedAt: Date;
  readonly retiredAt: Date | null;
};

/** Where someone must hold a permission to do something with this design. */
export function placeOf(design: Pick<Design, 'id' | 'unitId' | 'partnerUnitIds'>): Place {
  return { unitId: design.unitId, designId: design.id, partnerUnitIds: design.partnerUnitIds };
}

/** One published version. It never changes again. */
export type DesignVersion = {
  readonly id: string;
  readonly institutionId: string;
  readonly designId: string;
  readonly issuerId: string;
  readonly number: number;
  readonly url: string;
  /** Canonical JSON (RFC 8785) of the content: what is hashed, approved and awarded. */
  readonly facts: string;
  readonly factsHash: Uint8Array;
  readonly imageKey: string;
  readonly imageKind: 'waarmerk' | 'png' | 'svg';
  readonly markHash: Uint8Array;
  readonly inks: readonly string[];
  readonly publishedAt: Date;
};

export function contentOf(version: DesignVersion): DesignContent {
  return JSON.parse(version.facts) as DesignContent; // parsed by parseContent() before it was frozen
}

/** A draft with nothing in it but its kind and title. */
export function emptyContent(kind: DesignKind, title: Text, defaultLanguage: Language): DesignContent {
  return {
    kind,
    defaultLanguage,
    title,
    description: {},
    outcomes: [],
    assessments: [],
    provenBy: [],
    workload: {},
    level: {},
    participation: [],
    instructionLanguages: [],
    gradeScheme: { scheme: 'pass-fail' },
  };
}

/**
 * What the Council Recommendation's mandatory elements still lack. Identification of the learner, country,
 * awarding body and date of issuing are not the designer's: the award and the issuer bring them.
 */
export function findMissingElements(content: DesignContent): MissingElement[] {
  const missing: MissingElement[] = [];
  const absent = (element: string, pointer: string) => missing.push({ element, pointer, problem: 'absent' });
  const needText = (element: string, pointer: string, text: Text | undefined) => {
    if (!text || Object.keys(text).length === 0) absent(element, pointer);
    else if (!text[content.defaultLanguage])
      missing.push({ element, pointer, problem: 'not-in-default-language' });
  };

  needText('title', '/title', content.title);
  needText('description', '/description', content.description);
  if (content.outcomes.length === 0) absent('learning-outcomes', '/outcomes');
  content.outcomes.forEach((outcome, at) => {
    needText('learning-outcomes', `/outcomes/${at}/text`, outcome.text);
    if (!content.provenBy.some((cell) => cell.outcome === outcome.id)) {
      missing.push({ element: 'learning-outcomes', pointer: `/outcomes/${at}`, problem: 'not-proven' });
    }
  });
  if (content.assessments.length === 0) absent('assessment', '/assessments');
  content.assessments.forEach((assessment, at) => {
    needText('assessment', `/assessments/${at}/title`, assessment.title);
  });
  if (weightsAreOff(content))
    missing.push({ element: 'assessment', pointer: '/assessments', problem: 'weights' });
  const { ects, hours, other } = content.workload;
  if (ects === undefined && hours === undefined && other === undefined) absent('workload', '/workload');
  // A proof of competence may leave its level open; a microcredential guarantees one.
  if (content.kind === 'microcredential' && content.level.eqf === undefined) absent('level', '/level/eqf');
  if (content.participation.length === 0) absent('participation', '/participation');
  if (content.instructionLanguages.length === 0) absent('instruction-languages', '/instructionLanguages');
  needText('quality-assurance', '/qualityAssurance/statement', content.qualityAssurance?.statement);
  return missing;
}

/** Weights are given for all assessments or for none; together they are the whole result. */
function weightsAreOff({ assessments }: DesignContent): boolean {
  const weights = assessments.map((assessment) => assessment.weight);
  if (weights.every((weight) => weight === undefined)) return false;
  return Math.abs(weights.reduce<number>((sum, weight) => sum + (weight ?? 0), 0) - 100) > 0.01;
}

/**
 * Languages in which the content can be read whole: title, description, every outcome and every assessment.
 * Documents are frozen in these, and an award speaks one of them.
 */
export function contentLanguages(content: DesignContent): Language[] {
  const texts = [
    content.title,
    content.description,
    ...content.outcomes.map((outcome) => outcome.text),
    ...content.assessments.map((assessment) => assessment.title),
  ];
  const whole = Object.keys(content.title).filter((language) => texts.every((text) => text[language]));
  return [
    content.defaultLanguage,
    ...whole.filter((language) => language !== content.defaultLanguage).sort(),
  ];
}

/** A text in a language, else in the design's own, else in whatever there is. */
export function inLanguage(text: Text, language: Language, fallback: Language): string {
  return text[language] ?? text[fallback] ?? Object.values(text)[0] ?? '';
}
