/** Content of designs for tests: whole, small, and told apart at a glance. */
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
      weight: 60,
    },
    {
      id: 'A2',
      title: { en: 'Debate', nl: 'Debat' },
      type: 'd30284d7df',
      supervision: '70be69aaf9',
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
