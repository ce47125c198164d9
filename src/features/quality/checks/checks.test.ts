import { describe, expect, test } from 'vitest';
import type { Dossier } from '../dossier.schema.ts';
import type { Judged } from '../finding.ts';
import { judgeDesign } from '../judge-design.ts';
import { CHECKS, type CheckName } from '../pack.schema.ts';
import { resolvePack } from '../packs/index.ts';
import { soundDesign } from '../testing.ts';

type Content = Judged['content'];
type Spoil = {
  readonly criterion: string;
  readonly content?: Partial<Content>;
  readonly dossier?: Partial<Dossier>;
  readonly institution?: Judged['institution'];
  readonly reasons: readonly string[];
};

const { content, dossier } = soundDesign;
const [LO1, LO2, LO3] = content.outcomes;
const [A1, A2] = content.assessments;
if (!LO1 || !LO2 || !LO3 || !A1 || !A2) throw new Error('the sound design has changed');

const withStatement = (name: keyof Dossier['statements'], text: Record<string, string>) => ({
  statements: { ...dossier.statements, [name]: { text } },
});
const withOutcome = (text: Record<string, string>) => ({ outcomes: [{ ...LO1, text }, LO2, LO3] });
const withTeacher = (qualification: Dossier['team'][number]['qualification']) => ({
  team: dossier.team.map((teacher) => ({ ...teacher, qualification })),
});
const utq = dossier.team[0]?.qualification;
const equivalence = dossier.team[1]?.qualification;
if (!utq || !equivalence) throw new Error('the sound design has changed');

/** By check, each way in which a design can fail it. */
const SPOILS: Record<CheckName, readonly Spoil[]> = {
  element: [
    { criterion: 'EU-2', content: { title: {} }, reasons: ['title-missing'] },
    { criterion: 'EU-2', content: { title: { en: 'TBD', nl: 'n.v.t.' } }, reasons: ['title-missing'] },
    { criterion: 'EU-3', institution: { kind: 'wo', country: '' }, reasons: ['country-missing'] },
    { criterion: 'EU-3', institution: { kind: 'wo', country: 'XX' }, reasons: ['country-missing'] },
    { criterion: 'EU-6', content: { outcomes: [], provenBy: [] }, reasons: ['outcomes-missing'] },
    { criterion: 'EU-6', content: withOutcome({}), reasons: ['outcome-empty'] },
    { criterion: 'EU-7', content: { workload: {} }, reasons: ['workload-missing'] },
    { criterion: 'EU-8', content: { level: { nlqf: 'c_478359fc' } }, reasons: ['level-missing'] },
    { criterion: 'EU-9', content: { assessments: [], provenBy: [] }, reasons: ['assessments-missing'] },
    {
      criterion: 'EU-9',
      content: { assessments: [{ ...A1, title: {} }, A2] },
      reasons: ['assessment-untitled'],
    },
    {
      criterion: 'EU-9',
      content: { assessments: [{ ...A1, type: '' }, A2] },
      reasons: ['assessment-untyped'],
    },
    { criterion: 'EU-10', content: { participation: [] }, reasons: ['participation-missing'] },
    {
      criterion: 'EU-11',
      content: { qualityAssurance: { type: 'bb4618238e', statement: {} } },
      reasons: ['quality-assurance-missing'],
    },
  ],
  languages: [
    {
      criterion: 'LANG',
      content: { description: { en: 'Only in English.' } },
      reasons: ['language-incomplete'],
    },
    { criterion: 'LANG', content: withOutcome({ en: 'Map flood risks.' }), reasons: ['language-incomplete'] },
    { criterion: 'LANG', content: { title: { nl: 'Water in de stad' } }, reasons: ['language-incomplete'] },
  ],
  size: [
    { criterion: 'SIZE', content: { workload: { ects: 0.5 } }, reasons: ['credits-too-few'] },
    { criterion: 'SIZE', content: { workload: { ects: 31 } }, reasons: ['credits-too-many'] },
    { criterion: 'SIZE', content: { workload: { hours: 20 } }, reasons: ['credits-too-few'] },
    {
      criterion: 'SIZE',
      institution: { kind: 'hbo', country: 'NL' },
      content: { workload: { ects: 2 } },
      reasons: ['credits-too-few'],
    },
  ],
  'hours-per-credit': [
    {
      criterion: 'EC-HOURS',
      content: { workload: { ects: 5, hours: 155 } },
      reasons: ['hours-do-not-match-credits'],
    },
  ],
  'outcome-count': [
    { criterion: 'LO-COUNT', content: { outcomes: [LO1, LO2] }, reasons: ['outcomes-too-few'] },
    {
      criterion: 'LO-COUNT',
      content: { outcomes: Array.from({ length: 9 }, (_, at) => ({ ...LO1, id: `LO${at}` })) },
      reasons: ['outcomes-too-many'],
    },
  ],
  'outcome-verb': [
    {
      criterion: 'LO-VERB',
      content: withOutcome({ en: 'Understands rain.', nl: 'Verklaart regen.' }),
      reasons: ['outcome-verb-unobservable'],
    },
    {
      criterion: 'LO-VERB',
      content: withOutcome({ nl: 'Kennis van regen.' }),
      reasons: ['outcome-without-verb'],
    },
    {
      criterion: 'LO-VERB',
      dossier: { outcomes: { ...dossier.outcomes, LO1: { eqf: 7, verb: { nl: 'begrijpen' } } } },
      reasons: ['outcome-verb-unobservable'],
    },
  ],
  'outcome-path': [
    {
      criterion: 'LO-PATH',
      content: withOutcome({ nl: 'Past de theorie uit week 3 toe.' }),
      reasons: ['outcome-names-path'],
    },
    {
      criterion: 'LO-PATH',
      content: withOutcome({ en: 'Apply the ideas behind Water in the City to a case.' }),
      reasons: ['outcome-names-title'],
    },
  ],
  'level-argued': [
    {
      criterion: 'LVL-ARG',
      dossier: { levelArgument: {}, outcomes: { LO1: { eqf: 7 }, LO2: {}, LO3: { eqf: 7 } } },
      reasons: ['level-not-argued', 'outcome-level-missing'],
    },
  ],
  'level-assessed': [
    { criterion: 'LVL-MAX', content: { level: { eqf: 8 } }, reasons: ['level-above-assessed'] },
  ],
  'outcomes-assessed': [
    {
      criterion: 'AL-1',
      content: { provenBy: content.provenBy.slice(1) },
      reasons: ['outcome-not-assessed'],
    },
  ],
  'assessments-linked': [
    {
      criterion: 'AL-2',
      content: { provenBy: content.provenBy.slice(0, 2) },
      reasons: ['assessment-not-linked'],
    },
  ],
  'assessment-fits-place': [
    {
      criterion: 'AL-3',
      content: { assessments: [{ ...A1, type: '6a4db9f11d' }, A2] },
      reasons: ['practice-online-unsupervised'],
    },
    {
      criterion: 'AL-3',
      content: { assessments: [A1, { ...A2, type: '7331eb4762' }] },
      reasons: ['attendance-proves-nothing'],
    },
  ],
  weights: [
    {
      criterion: 'AL-4',
      content: { assessments: [{ ...A1, weight: 70 }, A2] },
      reasons: ['weights-do-not-sum', 'cells-do-not-sum'],
    },
    {
      criterion: 'AL-4',
      content: {
        assessments: [
          { ...A1, weight: 100 },
          { id: 'A2', title: A2.title, type: A2.type },
        ],
      },
      reasons: ['weight-missing', 'cells-do-not-sum'],
    },
    {
      criterion: 'AL-4',
      content: {
        provenBy: [
          { outcome: 'LO1', assessment: 'A1', coverage: 'full', weight: 60 },
          { outcome: 'LO2', assessment: 'A1', coverage: 'full', weight: 0 },
          { outcome: 'LO3', assessment: 'A2', coverage: 'full', weight: 40 },
        ],
      },
      reasons: ['outcome-weighs-nothing'],
    },
  ],
  'essential-passed': [
    {
      criterion: 'AL-5',
      dossier: {
        assessments: { A1: { ...dossier.assessments.A1, mustPass: false }, A2: { mustPass: true } },
      },
      reasons: ['essential-may-fail'],
    },
  ],
  'supervision-declared': [
    {
      criterion: 'AS-2',
      content: { assessments: [A1, { id: 'A2', title: A2.title, type: A2.type, weight: 40 }] },
      reasons: ['supervision-missing', 'identity-check-missing'],
    },
  ],
  'unsupervised-justified': [
    {
      criterion: 'AS-3',
      dossier: { assessments: { A1: { place: 'workplace', mustPass: true, secondExaminer: true } } },
      reasons: ['unsupervised-not-justified'],
    },
  ],
  'second-examiner': [
    {
      criterion: 'AS-4',
      dossier: {
        assessments: {
          A1: { ...dossier.assessments.A1, secondExaminer: false },
          A2: { secondExaminer: true },
        },
      },
      reasons: ['second-examiner-missing'],
    },
  ],
  'workload-sums': [
    {
      criterion: 'WL-1',
      dossier: { workload: { ...dossier.workload, activities: dossier.workload.activities.slice(1) } },
      reasons: ['workload-does-not-sum'],
    },
    {
      criterion: 'WL-1',
      dossier: { workload: { ...dossier.workload, activities: [] } },
      reasons: ['workload-not-divided'],
    },
  ],
  'workload-basis': [
    {
      criterion: 'WL-2',
      dossier: { workload: { activities: dossier.workload.activities } },
      reasons: ['workload-basis-missing'],
    },
    {
      criterion: 'WL-2',
      dossier: { workload: { ...dossier.workload, basis: { en: 'Our fastest student.' } } },
      reasons: ['workload-basis-not-average'],
    },
  ],
  'staff-qualified': [
    { criterion: 'STAFF-1', dossier: { team: [] }, reasons: ['team-missing'] },
    { criterion: 'STAFF-1', dossier: withTeacher(undefined), reasons: ['teacher-unqualified'] },
    {
      criterion: 'STAFF-1',
      dossier: withTeacher({ ...utq, kind: 'bke' }),
      reasons: ['teacher-qualification-does-not-count'],
    },
    {
      criterion: 'STAFF-1',
      dossier: withTeacher({ ...utq, validFrom: '2026-09-02' }),
      reasons: ['teacher-qualification-not-yet-valid'],
    },
    {
      criterion: 'STAFF-1',
      dossier: withTeacher({ ...utq, validUntil: '2026-12-17' }),
      reasons: ['teacher-qualification-expires'],
    },
    {
      criterion: 'STAFF-1',
      dossier: withTeacher({ ...equivalence, reference: '' }),
      reasons: ['teacher-qualification-without-reference'],
    },
    {
      criterion: 'STAFF-1',
      dossier: withTeacher({ ...utq, evidence: 'equivalence' }),
      reasons: ['teacher-equivalence-without-end'],
    },
  ],
  'title-words': [
    {
      criterion: 'TTL-1',
      content: { title: { en: 'Master of Water', nl: 'Water in de stad' } },
      reasons: ['title-misleads'],
    },
  ],
  'stacking-agreed': [
    { criterion: 'STK-1', dossier: { stacksInto: [] }, reasons: ['stacking-goal-missing'] },
    {
      criterion: 'STK-1',
      dossier: { stacksInto: [{ name: { en: 'Certificate' }, body: {} }] },
      reasons: ['stacking-body-missing'],
    },
  ],
  statement: [
    {
      criterion: 'PRV-1',
      dossier: withStatement('privacy', { en: 'to do' }),
      reasons: ['statement-missing'],
    },
    { criterion: 'AS-1', dossier: withStatement('reliability', {}), reasons: ['statement-missing'] },
  ],
  'complaints-route': [
    { criterion: 'CMP-1', dossier: withStatement('complaints', {}), reasons: ['complaints-missing'] },
    {
      criterion: 'CMP-1',
      dossier: withStatement('complaints', { en: 'Ask the teacher.' }),
      reasons: ['complaints-without-complaint', 'complaints-without-appeal', 'complaints-without-contact'],
    },
  ],
  audience: [
    { criterion: 'AUD-1', dossier: { audiences: [] }, reasons: ['audience-missing'] },
    { criterion: 'AUD-1', dossier: { audiences: ['students'] }, reasons: ['audience-not-allowed'] },
    { criterion: 'AUD-1', dossier: withStatement('admission', {}), reasons: ['statement-missing'] },
  ],
  difference: [
    { criterion: 'DUP-1', dossier: withStatement('difference', {}), reasons: ['difference-missing'] },
  ],
};

function judge(spoil: Omit<Spoil, 'criterion' | 'reasons'>): ReturnType<typeof judgeDesign> {
  return judgeDesign({
    ...soundDesign,
    content: { ...content, ...spoil.content },
    dossier: { ...dossier, ...spoil.dossier },
    institution: spoil.institution ?? soundDesign.institution,
  });
}

describe('the checks', () => {
  test('leave a sound design alone', () => {
    expect(judge({})).toEqual([]);
  });

  test.each(
    CHECKS.flatMap((name) => SPOILS[name].map((spoil) => [name, spoil.reasons.join(', '), spoil] as const)),
  )('%s finds what is spoiled: %s', (_, __, spoil) => {
    const reasons = judge(spoil)
      .filter(({ criterion }) => criterion === spoil.criterion)
      .map(({ reason }) => reason);
    expect(new Set(reasons)).toEqual(new Set(spoil.reasons));
  });

  test('judge no text in a language that they have no words for', () => {
    const findings = judge({
      content: {
        defaultLanguage: 'de',
        title: { de: 'Master in Wasser' },
        description: { de: 'Über Wasser.' },
        outcomes: [LO1, LO2, LO3].map((one) => ({
          ...one,
          text: { de: 'Versteht den Regen nach diesem Kurs.' },
        })),
        assessments: [A1, A2].map((one) => ({ ...one, title: { de: 'Prüfung' } })),
      },
    });
    expect(findings).toEqual([]);
  });

  test('take hours within ten per cent of the credits, and not one more', () => {
    expect(
      judge({ content: { workload: { ects: 5, hours: 154 } } }).map(({ criterion }) => criterion),
    ).not.toContain('EC-HOURS');
  });

  test('ask nothing of weights where a design weighs nothing', () => {
    const weightless = {
      assessments: [A1, A2].map(({ weight: _, ...one }) => one),
      provenBy: content.provenBy.map(({ weight: _, ...cell }) => cell),
    };
    expect(judge({ content: weightless })).toEqual([]);
  });
});

describe('the size of a university’s micro-credential', () => {
  const small = (on: string, ref: string) =>
    judgeDesign({
      ...soundDesign,
      content: { ...content, workload: { ects: 2 } },
      on,
      pack: resolvePack(ref, on),
    }).filter(({ criterion }) => criterion === 'SIZE');

  test.each(['nl-hbo-wo', 'rug-mc'])(
    'under %s may be 2 credits until 30 April 2027, and not a day longer',
    (ref) => {
      expect(small('2027-04-30', ref)).toEqual([]);
      expect(small('2027-05-01', ref)).toMatchObject([
        { severity: 'must', reason: 'credits-too-few', values: { load: 2, limit: 3 } },
      ]);
    },
  );

  test('is judged by the day also when the pack is pinned', () => {
    expect(small('2027-04-30', 'nl-hbo-wo@2025-05')).toEqual([]);
    expect(small('2027-05-01', 'nl-hbo-wo@2025-05')).toHaveLength(1);
  });
});
