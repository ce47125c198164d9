import { describe, expect, it } from 'vitest';
import { tables } from '../../../features/quality/checks/words/index.ts';
import { emptyDossier } from '../../../features/quality/dossier.schema.ts';
import { templates } from '../templates/templates.ts';
import { composeOutcome, composeSentence, takeOver } from './compose-outcome.ts';
import { cognitiveLevels, findVerb, observableVerbs, withVerb } from './observable-verbs.ts';

const parts = {
  verb: { en: 'explain', nl: 'uitleggen' },
  object: { en: 'the depth of groundwater', nl: 'de diepte van grondwater' },
  context: { en: 'on a map.', nl: 'op  een kaart' },
};

describe('the sentence of an outcome', () => {
  it('begins with the verb in English, and ends with it in Dutch', () => {
    expect(composeSentence(parts, 'en')).toBe('Explain the depth of groundwater on a map.');
    expect(composeSentence(parts, 'nl')).toBe('De diepte van grondwater op een kaart uitleggen.');
  });

  it('waits for a verb and an object, and does without a context', () => {
    expect(composeSentence({ verb: { en: 'draw' } }, 'en')).toBe('');
    expect(composeSentence({ verb: { en: 'draw' }, object: { en: 'a map' } }, 'en')).toBe('Draw a map.');
    expect(composeOutcome({ ...parts, object: { en: 'a map' } }, ['en', 'nl'])).not.toHaveProperty('nl');
  });

  it('takes the place of the text of its outcome alone, in the languages in which it can be said', () => {
    const { content } = templates['case-report'];
    const dossier = { ...emptyDossier, outcomes: { LO2: { verb: { en: 'draw' }, object: { en: 'a map' } } } };
    const taken = takeOver(content, dossier, 'LO2', ['en', 'nl']);
    expect(taken.outcomes[1]?.text).toEqual({ en: 'Draw a map.', nl: content.outcomes[1]?.text.nl });
    expect(taken.outcomes[0]).toEqual(content.outcomes[0]);
  });
});

describe('the list of verbs', () => {
  it('holds none that the checks would find unobservable, alone or in a sentence', () => {
    for (const { en, nl } of Object.values(observableVerbs).flat()) {
      expect(tables.en?.judgeVerb(composeSentence({ ...parts, verb: { en } }, 'en'), []), en).toBeUndefined();
      expect(tables.nl?.judgeVerb(composeSentence({ ...parts, verb: { nl } }, 'nl'), []), nl).toBeUndefined();
    }
  });

  it('fills the verb in the languages of the design, and its level', () => {
    const { outcomes } = withVerb(emptyDossier, 'LO1', 'analyse:1', ['en', 'fr']);
    expect(outcomes.LO1).toEqual({ verb: { en: 'compare' }, cognitive: 'analyse' });
  });

  it('knows nothing that is not in it', () => {
    for (const value of ['', 'analyse', 'analyse:99', 'analyse:-1', 'constructor:0', 'know:0'])
      expect(findVerb(value)).toBeUndefined();
    expect(cognitiveLevels).toHaveLength(6);
  });
});
