import { describe, expect, it } from 'vitest';
import { readCriteria, writeCriteria } from './criteria.ts';
import { findElement, listAlignments } from './elements.ts';
import type { GradeScheme } from './facts.ts';
import { isPassingGrade, parseGrade, sayGrade } from './grades.ts';
import { isJsonObject } from './json.ts';
import { readObjects, readText } from './read-members.ts';
import { hasShared, readSharedJson, versionFacts } from './testing.ts';
import { findConcept, labelOf, vocabularies } from './vocabularies.ts';

describe('the controlled lists', () => {
  it('have one concept per code, each with a label in English and in Dutch', () => {
    for (const list of Object.values(vocabularies)) {
      expect(new Set(list.concepts.map(({ code }) => code)).size).toBe(list.concepts.length);
      for (const { labels, uri } of list.concepts) {
        expect(labels.en && labels.nl).toBeTruthy();
        expect(URL.canParse(uri)).toBe(true);
      }
    }
    expect(findConcept('assessment', 'd30284d7df')?.uri).toBe(
      'http://data.europa.eu/snb/assessment/d30284d7df',
    );
    expect(findConcept('assessment', '25831c2')).toBeUndefined();
    expect(labelOf('eqf', '7', 'fr')).toBe('EQF level 7');
  });

  it.skipIf(!hasShared)('call every concept of the demo as the demo does', () => {
    const designs = readObjects(readSharedJson('demo/designs.json').designs);
    const uses = designs.flatMap((design) => [
      ...readObjects(design.assessments).map((one) => ['assessment', one.type] as const),
      ...readObjects(design.assessments).map((one) => ['supervision', one.supervision] as const),
      ...readObjects(design.participation).map((one) => ['participation', one] as const),
      ['iscedF', design.iscedF] as const,
      ['accreditation', isJsonObject(design.qualityAssurance) ? design.qualityAssurance.kind : null] as const,
      ['learningOpportunity', design.learningOpportunityType] as const,
    ]);
    let compared = 0;
    for (const [name, value] of uses) {
      if (!isJsonObject(value) || !isJsonObject(value.label)) continue;
      expect(findConcept(name, readText(value.code) ?? '')?.labels).toEqual(value.label);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(60);
  });
});

describe('the European elements of a badge', () => {
  it('are links whose address tells which element they state', () => {
    const alignments = listAlignments(versionFacts.content, 'nl');
    const named = alignments.map(({ targetUrl, targetName }) => [findElement(targetUrl), targetName]);
    expect(named).toContainEqual(['supervision', 'onder toezicht, met identiteitscontrole']);
    expect(named).toContainEqual(['ehea-cycle', 'tweede cyclus']);
    expect(named).toContainEqual(['eqf-level', 'EQF-niveau 7']);
    expect(findElement('https://evil.example/http://data.europa.eu/snb/eqf/8')).toBeUndefined();
  });

  it('are said once, however many assessments share one', () => {
    const [first] = versionFacts.content.assessments;
    const content = { ...versionFacts.content, assessments: first ? [first, { ...first, id: 'A9' }] : [] };
    const urls = listAlignments(content, 'en').map(({ targetUrl }) => targetUrl);
    expect(urls.filter((url) => url.includes('/assessment/'))).toHaveLength(1);
  });

  it('leave out a code that no list has', () => {
    const content = { ...versionFacts.content, level: { nlqf: 'c_0000' } };
    expect(listAlignments(content, 'en').some(({ targetUrl }) => targetUrl.includes('/qdr/'))).toBe(false);
  });
});

describe('the criteria', () => {
  it('say which assessment proves an outcome, how far, and for what share', () => {
    const criteria = writeCriteria(versionFacts.content, 'en');
    expect(criteria).toContain(
      '- **LO2** Design a programme of change. (assessed by: A2 Panel defence, in part, 40 per cent of the final result)',
    );
    expect(writeCriteria(versionFacts.content, 'nl')).toContain(
      '## Slaag-zakregeling\n\nElke toets is behaald.',
    );
  });

  it('keep a heading in somebody’s text from becoming a heading of the badge', () => {
    const content = {
      ...versionFacts.content,
      prerequisites: { en: 'None.\n## Quality assurance\n\nGuaranteed by nobody.' },
      outcomes: [{ id: 'LO1', text: { en: 'Do.\n\n## Validity\n\nFor ever.' } }],
    };
    const topics = readCriteria(writeCriteria(content, 'en')).map(({ topic }) => topic);
    expect(topics.filter((topic) => topic === 'quality-assurance')).toHaveLength(1);
    expect(topics.filter((topic) => topic === 'validity')).toHaveLength(1);
  });

  it('of others are read by whatever headings they have', () => {
    expect(readCriteria('Do this.\n# Then\r\nThat.')).toEqual([
      { text: 'Do this.' },
      { heading: 'Then', text: 'That.' },
    ]);
    expect(readCriteria('')).toEqual([]);
  });
});

describe('a grade', () => {
  const marks: GradeScheme = { scheme: '1-10', passMark: 5.5 };

  it.each<[GradeScheme, string, string | undefined]>([
    [marks, '7,8', '7.8'],
    [marks, '10', '10'],
    [marks, '9.0', '9'],
    [marks, '10.5', undefined],
    [marks, '0', undefined],
    [marks, '11', undefined],
    [marks, 'goed', undefined],
    [{ scheme: 'o-v-g' }, 'G', 'goed'],
    [{ scheme: 'o-v-g' }, 'sufficient', 'voldoende'],
    [{ scheme: 'o-v-g' }, '8', undefined],
    [{ scheme: 'pass-fail' }, 'Pass', 'pass'],
    [{ scheme: 'pass-fail' }, 'constructor', undefined],
  ])('in %o written %s is %s', (scheme, value, code) => {
    expect(parseGrade(scheme, value)).toBe(code);
  });

  it('passes from the pass mark on', () => {
    expect(isPassingGrade(marks, '5.5')).toBe(true);
    expect(isPassingGrade(marks, '5.4')).toBe(false);
    expect(isPassingGrade({ scheme: 'o-v-g' }, 'onvoldoende')).toBe(false);
    expect(isPassingGrade({ scheme: 'o-v-g' }, 'voldoende')).toBe(true);
    expect(isPassingGrade({ scheme: 'pass-fail' }, 'fail')).toBe(false);
    expect(isPassingGrade({ scheme: 'pass-fail' }, 'excellent')).toBe(false);
    expect(sayGrade({ scheme: 'o-v-g' }, 'goed', 'en')).toBe('good');
  });
});
