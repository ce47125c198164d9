import type { Tx } from '../../database/index.ts';
import {
  type DesignContent,
  type Language,
  labelOf,
  type Text,
  type VersionFacts,
} from '../../formats/index.ts';
import { notFound } from '../../platform/problem.ts';
import { composeIssuerFacts, findInstitution, findIssuer, findIssuerOfUnit } from '../institutions/index.ts';
import { contentLanguages, contentOf, type DesignVersion, inLanguage } from './design.ts';

/** A version with its issuer, as formats take it. */
export async function composeVersionFacts(tx: Tx, version: DesignVersion): Promise<VersionFacts> {
  const institution = await findInstitution(tx, version.institutionId);
  const issuer = await findIssuer(tx, { id: version.issuerId });
  const institutionIssuer = await findIssuerOfUnit(tx, version.institutionId, null);
  if (!institution || !issuer || !institutionIssuer) throw notFound();
  const content = contentOf(version);
  return {
    id: version.url,
    number: version.number,
    image: { url: `${version.url}/image.png`, alt: composeAlternative(content, issuer.name) },
    content,
    issuer: composeIssuerFacts(institution, issuer, institutionIssuer),
  };
}

const KIND: Record<DesignContent['kind'], Text> = {
  microcredential: { en: 'microcredential', nl: 'microcredential' },
  'proof-of-competence': { en: 'proof of competence', nl: 'bekwaamheidsbewijs' },
  edubadge: { en: 'edubadge', nl: 'edubadge' },
};

/** "Badge: title, kind, level, load, provider": what the image stands for, never a description of its pattern. */
export function composeAlternative(content: DesignContent, provider: Text): Text {
  return Object.fromEntries(
    contentLanguages(content).map((language) => [
      language,
      ['Badge: ', describe(content, provider, language)].join(''),
    ]),
  );
}

function describe(content: DesignContent, provider: Text, language: Language): string {
  const { eqf } = content.level;
  const { ects, hours } = content.workload;
  const load = ects === undefined ? hours && `${hours} ${language === 'nl' ? 'uur' : 'hours'}` : `${ects} EC`;
  return [
    inLanguage(content.title, language, content.defaultLanguage),
    KIND[content.kind][language] ?? KIND[content.kind].en,
    eqf === undefined ? undefined : labelOf('eqf', String(eqf), language),
    load,
    inLanguage(provider, language, content.defaultLanguage),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}
