/** Content of designs for tests: whole, small, and told apart at a glance. */
import type { Dossier } from '../../src/features/quality/index.ts';
import type { DesignContent } from '../../src/formats/index.ts';

export const proofOfCompetence: DesignContent = {
  kind: 'proof-of-competence',
  defaultLanguage: 'en',
  title: { en: 'Two is One', nl: 'Twee is één' },
  description: { en: 'A summer school about nondualism.', nl: 'Een zomerschool over non-dualisme.' },
  outcomes: [
    {
      id: 'LO1',
      text: {
        en: 'Compare two traditions of nondualism.',
        nl: 'Vergelijkt twee tradities van non-dualisme.',
      },
    },
    {
      id: 'LO2',
      text: {
        en: 'Defend a position in a public debate.',
        nl: 'Verdedigt een standpunt in een openbaar debat.',
      },
    },
  ],
  assessments: [
    {
      id: 'A1',
      title: { en: 'Essay', nl: 'Essay' },
      type: '2939dae15f',
      supervision: 'df2880c5cb',
      identityCheck: { en: 'Handed in with their own account.', nl: 'Ingeleverd met het eigen account.' },
      weight: 60,
    },
    {
      id: 'A2',
      title: { en: 'Debate', nl: 'Debat' },
      type: 'd30284d7df',
      supervision: '70be69aaf9',
      identityCheck: { en: 'An identity document is shown.', nl: 'Een identiteitsbewijs wordt getoond.' },
      weight: 40,
    },
  ],
  provenBy: [
    { outcome: 'LO1', assessment: 'A1', coverage: 'full' },
    { outcome: 'LO2', assessment: 'A2', coverage: 'full' },
  ],
  workload: { ects: 3, hours: 84 },
  level: { eqf: 6 },
  participation: ['9191af2ed9'],
  qualityAssurance: {
    type: 'bb4618238e',
    statement: { en: 'Reviewed by the faculty board.', nl: 'Beoordeeld door het faculteitsbestuur.' },
  },
  instructionLanguages: ['en'],
  gradeScheme: { scheme: '1-10', passMark: 5.5 },
};

export const microcredential: DesignContent = {
  ...proofOfCompetence,
  kind: 'microcredential',
  title: { en: 'AI for policymakers', nl: 'AI voor beleidsmakers' },
  level: { eqf: 7, nlqf: 'c_478359fc', qfEhea: 'second' },
  validityMonths: 48,
};

/** What these two are judged by: whole enough for every bundled pack but Groningen's. */
export const soundDossier: Dossier = {
  outcomes: {
    LO1: {
      eqf: 7,
      essential: true,
      levelArgument: { en: 'Two traditions are weighed on unfamiliar ground.' },
    },
    LO2: { eqf: 7, levelArgument: { en: 'A position is defended before experts.' } },
  },
  assessments: {
    A1: {
      place: 'online',
      mustPass: true,
      secondExaminer: true,
      unsupervisedJustification: { en: 'Authorship is confirmed in the debate.' },
    },
    A2: { place: 'on-site', mustPass: true },
  },
  workload: {
    basis: { en: 'The average participant without extra prior knowledge.' },
    activities: [
      { id: 'W1', label: { en: 'Reading and writing' }, type: 'b660f5dcea', hours: 60, contact: false },
      { id: 'W2', label: { en: 'Meetings' }, type: 'efff75e10a', hours: 24, contact: true },
    ],
  },
  levelArgument: { en: 'Unfamiliar questions are judged critically and defended (EQF 7).' },
  audiences: ['professionals'],
  statements: {
    validity: { text: { en: 'The tasks are those of the outcomes.' } },
    reliability: { text: { en: 'Two examiners mark with one rubric.' } },
    transparency: { text: { en: 'The rubric is known from the first day.' } },
    independence: { text: { en: 'The coach is not the examiner.' } },
    'target-group': { text: { en: 'Professionals who advise on policy.' } },
    'prior-knowledge': { text: { en: "A bachelor's degree or the same level of working." } },
    admission: { text: { en: 'A letter and a conversation of fifteen minutes, weighed by two teachers.' } },
    portfolio: {
      text: { en: 'It builds on the research of the faculty.' },
      url: 'https://rug.example/research',
    },
    need: { text: { en: 'Two employers asked for it in writing.' }, url: 'https://rug.example/need' },
    difference: { text: { en: 'No other design treats this.' } },
    'prior-learning': { text: { en: 'A portfolio and a conversation with two assessors.' } },
    accessibility: {
      text: {
        en: 'Materials are tagged; assessments are adjusted on request, with extra time or another form.',
      },
    },
    feedback: {
      text: { en: 'Learners at claim and after six months, peers every year, employers through the page.' },
    },
    complaints: {
      text: { en: 'Complaints and appeals go to the examination board: complaints@rug.example.' },
      url: 'https://rug.example/complaints',
    },
    privacy: {
      text: {
        en: 'On the ground of the contract; results are kept for seven years; evidence holds no sensitive data.',
      },
    },
  },
  team: [
    {
      id: 'T1',
      name: 'Marijke Aldershof',
      role: 'teacher-and-examiner',
      qualification: { kind: 'utq', evidence: 'register', reference: 'UTQ-1', validFrom: '2020-01-01' },
    },
  ],
  delivery: { from: '2027-01-11', until: '2027-06-30' },
  stacksInto: [],
};
