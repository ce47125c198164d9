/** A design as the catalogue shows it. Pure: the same version always gives the same entry. */
import { type DesignContent, labelOf, type Text } from '../../formats/index.ts';
import { composeAlternative, contentLanguages, inLanguage, type NamedVersion } from '../designs/index.ts';
import type { Institution, Issuer, Unit } from '../institutions/index.ts';
import type { Card } from './catalogue.schema.ts';
import { composeSearchText, foldText } from './search-words.ts';

/** What is shown, and beside it names for the facets and titles in the form in which they are put in order. */
export type StoredCard = {
  readonly shown: Card;
  readonly names: Readonly<Record<string, Text>>;
  readonly order: Readonly<Record<string, string>>;
};

export type CatalogueEntry = {
  readonly card: StoredCard;
  /** Values of the facet "provider": the institution, and each unit as `institution/unit`. */
  readonly providers: readonly string[];
  readonly searchText: string;
};

export type EntryFacts = {
  readonly version: NamedVersion;
  readonly content: DesignContent;
  readonly institution: Institution;
  readonly issuer: Issuer;
  /** The issuing unit first, then the partners. */
  readonly units: readonly Unit[];
};

export function composeEntry(facts: EntryFacts): CatalogueEntry {
  const { content, institution, units } = facts;
  const slugOf = (unit: Unit) => `${institution.slug}/${unit.slug}`;
  const names = Object.fromEntries([
    [institution.slug, institution.name],
    ...units.map((unit) => [slugOf(unit), unit.name]),
  ]);
  const order = Object.fromEntries(
    ['en', 'nl'].map((language) => [
      language,
      foldText(inLanguage(content.title, language, content.defaultLanguage)),
    ]),
  );
  return {
    card: { shown: composeCard(facts), names, order },
    providers: [institution.slug, ...units.map(slugOf)],
    searchText: composeSearchText(listSearched(facts)),
  };
}

function composeCard({ version, content, institution, issuer, units }: EntryFacts): Card {
  const path = new URL(version.url).pathname;
  return {
    id: version.designPublicId,
    version: version.number,
    kind: content.kind,
    title: content.title,
    contentLanguages: contentLanguages(content),
    institution: { slug: institution.slug, name: institution.name },
    units: units.map(({ slug, name }) => ({ slug, name })),
    issuer: issuer.publicId,
    eqf: content.level.eqf ?? null,
    ects: content.workload.ects ?? null,
    hours: content.workload.hours ?? null,
    instructionLanguages: [...content.instructionLanguages],
    participation: [...content.participation],
    assessmentTypes: listAssessmentTypes(content),
    qualityAssurance: content.qualityAssurance?.type ?? null,
    stacksInto: content.stackability?.kind === 'stackable' ? (content.stackability.statement ?? null) : null,
    image: {
      png: `${path}/image.png`,
      svg: `${path}/image.svg`,
      alt: composeAlternative(content, issuer.name),
      drawn: version.imageKind === 'waarmerk',
    },
    publishedAt: version.publishedAt.toISOString(),
  };
}

function listAssessmentTypes(content: DesignContent): string[] {
  return [...new Set(content.assessments.map((assessment) => assessment.type))];
}

/** Subject, skill or provider, in every language there is. */
function listSearched({ content, institution, units }: EntryFacts): string[] {
  const texts: readonly (Text | undefined)[] = [
    content.title,
    content.description,
    content.audience,
    content.stackability?.statement,
    ...content.outcomes.map((outcome) => outcome.text),
    ...content.assessments.map((assessment) => assessment.title),
    institution.name,
    ...units.map((unit) => unit.name),
  ];
  const field = content.iscedF;
  return [
    ...texts.flatMap((text) => Object.values(text ?? {})),
    ...(content.skills ?? []).map((skill) => skill.targetName),
    ...(content.tags ?? []),
    ...(field ? [labelOf('iscedF', field, 'en'), labelOf('iscedF', field, 'nl')] : []),
  ];
}
