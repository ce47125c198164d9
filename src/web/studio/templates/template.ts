import type { Dossier } from '../../../features/quality/dossier.schema.ts';
import type { DesignContent, Text } from '../../../formats/facts.ts';

/** A design to begin with: everything that is the same for many, nothing that only its makers can know. */
export type Template = {
  /** Whom it suits, in one sentence. */
  readonly suits: Text;
  readonly content: DesignContent;
  readonly dossier: Dossier;
};

export function both(en: string, nl: string): Text {
  return { en, nl };
}

/** What most institutions say alike of care for participants; each looks whether it holds for them. */
export const commonStatements: Dossier['statements'] = {
  transparency: {
    text: both(
      'Participants see the assessment criteria, an example and the dates before the first meeting.',
      'Deelnemers zien de beoordelingscriteria, een voorbeeld en de data voor de eerste bijeenkomst.',
    ),
  },
  accessibility: {
    text: both(
      'Materials can be read with a screen reader and enlarged; whoever needs another form of assessment says so before the start and gets an answer within a week.',
      'Materiaal is te lezen met een schermlezer en te vergroten; wie een andere toetsvorm nodig heeft, zegt dat voor het begin en krijgt binnen een week antwoord.',
    ),
  },
  feedback: {
    text: both(
      'Participants are asked after the last meeting and half a year later what they use at work; their employers once a year. What is changed because of it is written down.',
      'Deelnemers wordt na de laatste bijeenkomst en een half jaar later gevraagd wat zij op het werk gebruiken; hun werkgevers een keer per jaar. Wat daardoor verandert wordt opgeschreven.',
    ),
  },
  privacy: {
    text: both(
      'Work and marks are kept for two years after the result on the ground of the agreement to teach, and are read by the examiners only.',
      'Werk en beoordelingen worden op grond van de onderwijsovereenkomst tot twee jaar na de uitslag bewaard, en alleen door de examinatoren gelezen.',
    ),
  },
};
