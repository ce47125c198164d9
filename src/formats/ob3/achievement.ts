/** A published version as an Open Badges 3.0 Achievement: frozen at publication, embedded in every credential. */
import { writeCriteria } from '../criteria.ts';
import { listAlignments } from '../elements.ts';
import type { DesignKind, Language, VersionFacts } from '../facts.ts';
import type { JsonObject } from '../format.ts';
import { omitAbsent, sayIn, writeLanguageTag } from '../texts.ts';
import { labelOf } from '../vocabularies.ts';
import { composeCreator } from './profile.ts';
import { composeResultDescription } from './results.ts';

/**
 * A proof of competence states assessed ability, so `Competency`: Dutch law keeps the word certificate for a
 * part of a recognised qualification (WEB, article 7.2.3), and a document must not claim that by its type.
 */
const achievementTypes: Readonly<Record<DesignKind, string>> = {
  microcredential: 'MicroCredential',
  'proof-of-competence': 'Competency',
  edubadge: 'Badge',
};

export function composeAchievement(version: VersionFacts, language: Language): JsonObject {
  const { content, id } = version;
  const say = (text: Readonly<Record<string, string>>) => sayIn(text, language, content.defaultLanguage);
  return omitAbsent({
    id,
    type: ['Achievement'],
    achievementType: achievementTypes[content.kind],
    name: say(content.title),
    description: say(content.description),
    inLanguage: writeLanguageTag(language),
    version: String(version.number),
    image: { id: version.image.url, type: 'Image', caption: say(version.image.alt) },
    // A node of its own: with the achievement's id, the two would be one in the graph.
    criteria: { id: `${id}#criteria`, narrative: writeCriteria(content, language) },
    alignment: listAlignments(content, language).map((alignment) => ({ type: ['Alignment'], ...alignment })),
    creditsAvailable: content.workload.ects,
    creator: composeCreator(version.issuer),
    fieldOfStudy: content.iscedF && labelOf('iscedF', content.iscedF, language),
    otherIdentifier: listProgrammeIdentifiers(version),
    resultDescription: [composeResultDescription(id, content.gradeScheme, language)],
    related: listSiblings(version, language),
    tag: content.tags,
  });
}

/** The same version in its other languages. */
function listSiblings({ content, id, number }: VersionFacts, language: Language): readonly JsonObject[] {
  return Object.keys(content.title)
    .filter((other) => other !== language)
    .map((other) => ({
      id: `${id}?lang=${other}`,
      type: ['Related'],
      inLanguage: writeLanguageTag(other),
      version: String(number),
    }));
}

function listProgrammeIdentifiers({ content }: VersionFacts): readonly JsonObject[] {
  const number = content.programme?.registerNumber;
  if (!number) return [];
  return [{ type: 'IdentifierEntry', identifier: number, identifierType: 'ext:RIO' }];
}
