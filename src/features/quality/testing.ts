/** A design that meets every criterion of the heaviest pack, for tests to spoil. */
import { parseContent } from '../designs/index.ts';
import { dossierSchema, STATEMENTS } from './dossier.schema.ts';
import type { Judged } from './finding.ts';
import { resolvePack } from './packs/index.ts';

const both = (en: string, nl: string) => ({ en, nl });

const content = parseContent({
  kind: 'microcredential',
  defaultLanguage: 'en',
  title: both('Water in the City', 'Water in de stad'),
  description: both('About water where people live.', 'Over water waar mensen wonen.'),
  outcomes: [
    {
      id: 'LO1',
      text: both('Map flood risks of a district.', 'Brengt overstromingsrisico’s van een wijk in kaart.'),
    },
    { id: 'LO2', text: both('Design a street that stores rain.', 'Ontwerpt een straat die regen opvangt.') },
    { id: 'LO3', text: both('Defend a plan before residents.', 'Verdedigt een plan tegenover bewoners.') },
  ],
  assessments: [
    {
      id: 'A1',
      title: both('Design report', 'Ontwerprapport'),
      type: '2939dae15f',
      supervision: 'df2880c5cb',
      identityCheck: both('Own login and a talk afterwards.', 'Eigen login en een gesprek achteraf.'),
      weight: 60,
    },
    {
      id: 'A2',
      title: both('Residents’ evening', 'Bewonersavond'),
      type: 'd30284d7df',
      supervision: '70be69aaf9',
      identityCheck: both('Identity document.', 'Identiteitsbewijs.'),
      weight: 40,
    },
  ],
  provenBy: [
    { outcome: 'LO1', assessment: 'A1', coverage: 'full', weight: 30 },
    { outcome: 'LO2', assessment: 'A1', coverage: 'full', weight: 30 },
    { outcome: 'LO3', assessment: 'A2', coverage: 'full', weight: 40 },
  ],
  workload: { ects: 5, hours: 140 },
  level: { eqf: 7 },
  participation: ['e92d221e4d'],
  qualityAssurance: { type: 'bb4618238e', statement: both('Under the framework.', 'Onder het kader.') },
  instructionLanguages: ['en'],
  gradeScheme: { scheme: 'pass-fail' },
  stackability: { kind: 'stackable' },
});

const said = { text: both('A sentence that says it.', 'Een zin die het zegt.') };

const dossier = dossierSchema.parse({
  outcomes: {
    LO1: { eqf: 6, essential: true },
    LO2: { eqf: 7 },
    LO3: { eqf: 7 },
  },
  assessments: {
    A1: { place: 'online', mustPass: true, secondExaminer: true, unsupervisedJustification: said.text },
    A2: { place: 'on-site' },
  },
  workload: {
    basis: both(
      'The average participant without prior knowledge.',
      'De gemiddelde deelnemer zonder voorkennis.',
    ),
    activities: [
      { id: 'W1', label: both('Reading', 'Lezen'), type: 'b660f5dcea', hours: 100 },
      { id: 'W2', label: both('Workshops', 'Workshops'), type: 'efff75e10a', hours: 40, contact: true },
    ],
  },
  levelArgument: both('Open problems without a known answer.', 'Open problemen zonder bekend antwoord.'),
  audiences: ['professionals'],
  statements: {
    ...Object.fromEntries(STATEMENTS.map((name) => [name, said])),
    complaints: {
      text: both('Complaints and appeals: desk@water.example.', 'Klachten en beroep: desk@water.example.'),
    },
  },
  team: [
    {
      id: 't1',
      name: 'Ada Rivers',
      role: 'teacher-and-examiner',
      qualification: { kind: 'utq', evidence: 'register', reference: 'BKO-1', validFrom: '2020-01-01' },
    },
    {
      id: 't2',
      name: 'Bo Lakes',
      role: 'teacher',
      qualification: {
        kind: 'other',
        evidence: 'equivalence',
        reference: 'Decision 12',
        validFrom: '2026-09-01',
        validUntil: '2026-12-18',
      },
    },
  ],
  delivery: { from: '2026-09-01', until: '2026-12-18' },
  stacksInto: [{ name: both('Certificate Climate', 'Certificaat Klimaat'), body: both('Board', 'Bestuur') }],
});

const on = '2026-06-01';

export const soundDesign: Judged = {
  content,
  dossier,
  institution: { kind: 'wo', country: 'NL' },
  pack: resolvePack('rug-mc@2026', on),
  on,
  staff: [],
  similar: [{ title: 'Water on the land', likeness: 0.8 }],
};
