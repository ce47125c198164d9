import { both, commonStatements, type Template } from './template.ts';

export const caseReport: Template = {
  suits: both(
    'For professionals who analyse a case of their own work and defend what they advise.',
    'Voor professionals die een casus uit hun eigen werk analyseren en hun advies verdedigen.',
  ),
  content: {
    kind: 'microcredential',
    defaultLanguage: 'en',
    title: both('Course with a case report', 'Cursus met een casusverslag'),
    description: both(
      'You take a problem from your own work, look at it with the concepts of the field, and advise what to do.',
      'U neemt een vraagstuk uit uw eigen werk, bekijkt het met de begrippen van het vak en adviseert wat te doen.',
    ),
    outcomes: [
      {
        id: 'LO1',
        text: both(
          'Analyse a problem from one’s own practice with at least two concepts of the field.',
          'Een vraagstuk uit de eigen praktijk met ten minste twee begrippen uit het vak analyseren.',
        ),
      },
      {
        id: 'LO2',
        text: both(
          'Weigh the interests of those concerned against each other in a written advice.',
          'De belangen van betrokkenen in een schriftelijk advies afwegen.',
        ),
      },
      {
        id: 'LO3',
        text: both(
          'Formulate a plan that the own organisation can carry out within half a year.',
          'Een plan dat de eigen organisatie binnen een half jaar kan uitvoeren formuleren.',
        ),
      },
      {
        id: 'LO4',
        text: both(
          'Defend the choices made against questions of a panel.',
          'De gemaakte keuzes tegenover vragen van een panel verdedigen.',
        ),
      },
    ],
    assessments: [
      {
        id: 'A1',
        title: both('Case report', 'Casusverslag'),
        type: '2939dae15f',
        supervision: 'df2880c5cb',
        identityCheck: both(
          'Handed in with an own login; the oral defence shows whose work it is.',
          'Ingeleverd met eigen login; de mondelinge verdediging laat zien van wie het werk is.',
        ),
        weight: 60,
      },
      {
        id: 'A2',
        title: both('Oral defence', 'Mondelinge verdediging'),
        type: 'd30284d7df',
        supervision: '70be69aaf9',
        identityCheck: both('Identity document.', 'Identiteitsbewijs.'),
        weight: 40,
      },
    ],
    provenBy: [
      { outcome: 'LO1', assessment: 'A1', coverage: 'full', weight: 25 },
      { outcome: 'LO1', assessment: 'A2', coverage: 'partial', weight: 10 },
      { outcome: 'LO2', assessment: 'A1', coverage: 'full', weight: 20 },
      { outcome: 'LO3', assessment: 'A1', coverage: 'full', weight: 15 },
      { outcome: 'LO4', assessment: 'A2', coverage: 'full', weight: 30 },
    ],
    workload: { ects: 3, hours: 84 },
    level: { eqf: 6, nlqf: 'c_1711a061' },
    participation: ['e92d221e4d'],
    instructionLanguages: ['nl'],
    gradeScheme: { scheme: '1-10', passMark: 5.5 },
    passRule: both('Both assessments must be passed.', 'Beide toetsen moeten voldoende zijn.'),
    qualityAssurance: {
      type: 'bb4618238e',
      statement: both(
        'Approved by the institution before it is offered, and reviewed every year.',
        'Door de instelling goedgekeurd voordat het wordt aangeboden, en elk jaar bekeken.',
      ),
    },
  },
  dossier: {
    outcomes: {
      LO1: {
        verb: both('analyse', 'analyseren'),
        object: both('a problem from one’s own practice', 'een vraagstuk uit de eigen praktijk'),
        context: both('with at least two concepts of the field', 'met ten minste twee begrippen uit het vak'),
        cognitive: 'analyse',
        eqf: 6,
        essential: true,
      },
      LO2: {
        verb: both('weigh', 'afwegen'),
        object: both('the interests of those concerned against each other', 'de belangen van betrokkenen'),
        context: both('in a written advice', 'in een schriftelijk advies'),
        cognitive: 'evaluate',
        eqf: 6,
        essential: false,
      },
      LO3: {
        verb: both('formulate', 'formuleren'),
        object: both('a plan', 'een plan'),
        context: both(
          'that the own organisation can carry out within half a year',
          'dat de eigen organisatie binnen een half jaar kan uitvoeren',
        ),
        cognitive: 'create',
        eqf: 6,
        essential: false,
      },
      LO4: {
        verb: both('defend', 'verdedigen'),
        object: both('the choices made', 'de gemaakte keuzes'),
        context: both('against questions of a panel', 'tegenover vragen van een panel'),
        cognitive: 'evaluate',
        eqf: 6,
        essential: true,
      },
    },
    assessments: {
      A1: {
        place: 'online',
        mustPass: true,
        secondExaminer: true,
        resit: both(
          'Once, within six weeks, with the same assignment and the comments of the examiners.',
          'Eén keer, binnen zes weken, met dezelfde opdracht en het commentaar van de examinatoren.',
        ),
        unsupervisedJustification: both(
          'The report is about the participant’s own work, and is questioned in the oral defence.',
          'Het verslag gaat over het eigen werk van de deelnemer, en wordt in de mondelinge verdediging bevraagd.',
        ),
      },
      A2: {
        place: 'on-site',
        mustPass: true,
        secondExaminer: true,
        resit: both(
          'Once, within six weeks, before the same panel.',
          'Eén keer, binnen zes weken, voor hetzelfde panel.',
        ),
      },
    },
    workload: {
      basis: both(
        'An average participant without extra knowledge beforehand, who reads ten pages an hour.',
        'Een gemiddelde deelnemer zonder extra voorkennis, die tien bladzijden per uur leest.',
      ),
      activities: [
        {
          id: 'W1',
          label: both('Preparatory reading', 'Voorbereidende literatuur'),
          type: 'b660f5dcea',
          hours: 20,
          contact: false,
        },
        {
          id: 'W2',
          label: both('Five meetings', 'Vijf bijeenkomsten'),
          type: 'efff75e10a',
          hours: 20,
          contact: true,
        },
        {
          id: 'W3',
          label: both('Research at the own workplace', 'Onderzoek op de eigen werkplek'),
          type: '4357e0e681',
          hours: 12,
          contact: false,
        },
        {
          id: 'W4',
          label: both('Writing the case report', 'Schrijven van het casusverslag'),
          type: 'b660f5dcea',
          hours: 26,
          contact: false,
        },
        {
          id: 'W5',
          label: both('Preparing and giving the defence', 'Voorbereiden en houden van de verdediging'),
          type: 'ff436ea7c9',
          hours: 6,
          contact: true,
        },
      ],
    },
    audiences: ['professionals'],
    statements: {
      ...commonStatements,
      validity: {
        text: both(
          'Each criterion of the rubric names the outcome that it shows; a colleague from another course looked at that.',
          'Elk criterium van de rubric noemt de uitkomst die het laat zien; een collega van een andere cursus keek daarnaar.',
        ),
      },
      reliability: {
        text: both(
          'Two examiners mark the first five reports apart from each other, compare, and then divide the rest.',
          'Twee examinatoren beoordelen de eerste vijf verslagen los van elkaar, vergelijken, en verdelen dan de rest.',
        ),
      },
      independence: {
        text: both(
          'The second examiner has not taught the participant.',
          'De tweede examinator heeft de deelnemer geen les gegeven.',
        ),
      },
      'prior-learning': {
        text: both(
          'Whoever wrote a comparable report at work may hand it in; the oral defence stays.',
          'Wie op het werk een vergelijkbaar verslag schreef mag dat inleveren; de mondelinge verdediging blijft.',
        ),
      },
    },
    team: [],
    stacksInto: [],
  },
};
