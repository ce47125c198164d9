/**
 * Verbs that one can see somebody do, by cognitive level: the revised taxonomy of Bloom (Anderson and Krathwohl, 2001),
 * lowest first.
 */
import type { Dossier } from '../../../features/quality/dossier.schema.ts';
import type { Language } from '../../../formats/facts.ts';

export type CognitiveLevel = NonNullable<Dossier['outcomes'][string]['cognitive']>;
export type Verb = { readonly en: string; readonly nl: string };

const verb = (en: string, nl: string): Verb => ({ en, nl });

export const observableVerbs: Readonly<Record<CognitiveLevel, readonly Verb[]>> = {
  remember: [
    verb('list', 'opsommen'),
    verb('name', 'benoemen'),
    verb('define', 'definiëren'),
    verb('recognise', 'herkennen'),
    verb('locate', 'aanwijzen'),
    verb('quote', 'citeren'),
  ],
  understand: [
    verb('explain', 'uitleggen'),
    verb('describe', 'beschrijven'),
    verb('summarise', 'samenvatten'),
    verb('illustrate', 'illustreren'),
    verb('classify', 'indelen'),
    verb('interpret', 'interpreteren'),
    verb('translate', 'vertalen'),
  ],
  apply: [
    verb('apply', 'toepassen'),
    verb('carry out', 'uitvoeren'),
    verb('demonstrate', 'demonstreren'),
    verb('calculate', 'berekenen'),
    verb('solve', 'oplossen'),
    verb('operate', 'bedienen'),
    verb('guide', 'begeleiden'),
    verb('record', 'vastleggen'),
  ],
  analyse: [
    verb('analyse', 'analyseren'),
    verb('compare', 'vergelijken'),
    verb('distinguish', 'onderscheiden'),
    verb('examine', 'onderzoeken'),
    verb('relate', 'in verband brengen'),
    verb('diagnose', 'diagnosticeren'),
    verb('map', 'in kaart brengen'),
  ],
  evaluate: [
    verb('assess', 'beoordelen'),
    verb('justify', 'verantwoorden'),
    verb('argue', 'beargumenteren'),
    verb('weigh', 'afwegen'),
    verb('recommend', 'aanbevelen'),
    verb('prioritise', 'prioriteren'),
    verb('defend', 'verdedigen'),
  ],
  create: [
    verb('design', 'ontwerpen'),
    verb('develop', 'ontwikkelen'),
    verb('compose', 'samenstellen'),
    verb('formulate', 'formuleren'),
    verb('plan', 'plannen'),
    verb('write', 'schrijven'),
    verb('build', 'bouwen'),
  ],
};

export const cognitiveLevels = Object.keys(observableVerbs) as readonly CognitiveLevel[]; // Object.keys forgets the literal names

/** `analyse:2`, the value of an option. */
export function findVerb(value: string): { readonly level: CognitiveLevel; readonly verb: Verb } | undefined {
  const [name = '', at = ''] = value.split(':');
  const level = cognitiveLevels.find((one) => one === name);
  const found = level && /^\d{1,2}$/.test(at) ? observableVerbs[level][Number(at)] : undefined;
  return level && found ? { level, verb: found } : undefined;
}

/** The dossier with that verb in each language of the list, and its level, at one outcome. */
export function withVerb(
  dossier: Dossier,
  outcome: string,
  value: string,
  languages: readonly Language[],
): Dossier {
  const found = findVerb(value);
  if (!found) return dossier;
  const words = (['en', 'nl'] as const).flatMap((language) =>
    languages.includes(language) ? [[language, found.verb[language]] as const] : [],
  );
  const before = dossier.outcomes[outcome];
  return {
    ...dossier,
    outcomes: {
      ...dossier.outcomes,
      [outcome]: {
        ...before,
        verb: { ...before?.verb, ...Object.fromEntries(words) },
        cognitive: found.level,
      },
    },
  };
}
