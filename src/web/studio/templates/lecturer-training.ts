import { both, commonStatements, type Template } from './template.ts';

export const lecturerTraining: Template = {
  suits: both(
    'For lecturers who learn to teach better, and show it in their own classroom.',
    'Voor docenten die beter leren lesgeven, en dat in hun eigen klas laten zien.',
  ),
  content: {
    kind: 'proof-of-competence',
    defaultLanguage: 'en',
    title: both('A training for lecturers', 'Een training voor docenten'),
    description: both(
      'You design teaching for your own course, give it while a colleague watches, and improve it with what students say.',
      'U ontwerpt onderwijs voor uw eigen vak, geeft het terwijl een collega meekijkt, en verbetert het met wat studenten zeggen.',
    ),
    outcomes: [
      {
        id: 'LO1',
        text: both(
          'Design a series of lessons in which outcomes, activities and assessment fit each other.',
          'Een lessenreeks waarin leeruitkomsten, werkvormen en toetsing op elkaar zijn afgestemd ontwerpen.',
        ),
      },
      {
        id: 'LO2',
        text: both(
          'Guide a group of students so that each of them takes part.',
          'Een groep studenten zo begeleiden dat ieder van hen meedoet.',
        ),
      },
      {
        id: 'LO3',
        text: both(
          'Assess student work with a rubric that a colleague would use in the same way.',
          'Studentwerk met een rubric die een collega net zo zou gebruiken beoordelen.',
        ),
      },
      {
        id: 'LO4',
        text: both(
          'Justify a change in one’s own teaching with what students and colleagues said.',
          'Een verandering in het eigen onderwijs met wat studenten en collega’s zeiden verantwoorden.',
        ),
      },
    ],
    assessments: [
      {
        id: 'A1',
        title: both('Teaching portfolio', 'Onderwijsportfolio'),
        type: '4f03b91c0e',
        supervision: 'df2880c5cb',
        identityCheck: both(
          'Handed in with an own login; discussed in a closing conversation.',
          'Ingeleverd met eigen login; besproken in een eindgesprek.',
        ),
        weight: 60,
      },
      {
        id: 'A2',
        title: both('Observed lesson', 'Lesobservatie'),
        type: '6a4db9f11d',
        supervision: '70be69aaf9',
        identityCheck: both('The observer knows the lecturer.', 'De observator kent de docent.'),
        weight: 40,
      },
    ],
    provenBy: [
      { outcome: 'LO1', assessment: 'A1', coverage: 'full', weight: 25 },
      { outcome: 'LO1', assessment: 'A2', coverage: 'partial', weight: 10 },
      { outcome: 'LO2', assessment: 'A2', coverage: 'full', weight: 30 },
      { outcome: 'LO3', assessment: 'A1', coverage: 'full', weight: 20 },
      { outcome: 'LO4', assessment: 'A1', coverage: 'full', weight: 15 },
    ],
    workload: { ects: 2, hours: 56 },
    level: { eqf: 7, nlqf: 'c_478359fc' },
    participation: ['e92d221e4d'],
    instructionLanguages: ['en', 'nl'],
    iscedF: '0114',
    gradeScheme: { scheme: 'pass-fail' },
    passRule: both('Both assessments must be passed.', 'Beide toetsen moeten voldoende zijn.'),
    prerequisites: both(
      'You teach a course of your own during the training.',
      'U geeft tijdens de training een eigen vak.',
    ),
    qualityAssurance: {
      type: 'bb4618238e',
      statement: both(
        'Signed off by an education expert who does not teach in it, and reviewed every year.',
        'Goedgekeurd door een onderwijsexpert die er niet in lesgeeft, en elk jaar bekeken.',
      ),
    },
  },
  dossier: {
    outcomes: {
      LO1: {
        verb: both('design', 'ontwerpen'),
        object: both('a series of lessons', 'een lessenreeks'),
        context: both(
          'in which outcomes, activities and assessment fit each other',
          'waarin leeruitkomsten, werkvormen en toetsing op elkaar zijn afgestemd',
        ),
        cognitive: 'create',
        eqf: 7,
        essential: true,
      },
      LO2: {
        verb: both('guide', 'begeleiden'),
        object: both('a group of students', 'een groep studenten'),
        context: both('so that each of them takes part', 'zo dat ieder van hen meedoet'),
        cognitive: 'apply',
        eqf: 7,
        essential: true,
      },
      LO3: {
        verb: both('assess', 'beoordelen'),
        object: both('student work', 'studentwerk'),
        context: both(
          'with a rubric that a colleague would use in the same way',
          'met een rubric die een collega net zo zou gebruiken',
        ),
        cognitive: 'evaluate',
        eqf: 7,
        essential: false,
      },
      LO4: {
        verb: both('justify', 'verantwoorden'),
        object: both('a change in one’s own teaching', 'een verandering in het eigen onderwijs'),
        context: both('with what students and colleagues said', 'met wat studenten en collega’s zeiden'),
        cognitive: 'evaluate',
        eqf: 7,
        essential: false,
      },
    },
    assessments: {
      A1: {
        place: 'online',
        mustPass: true,
        secondExaminer: true,
        resit: both(
          'Once, within three months, with the comments of the assessors.',
          'Eén keer, binnen drie maanden, met het commentaar van de beoordelaars.',
        ),
        unsupervisedJustification: both(
          'The portfolio is about the lecturer’s own lessons, and is discussed in a closing conversation.',
          'Het portfolio gaat over eigen lessen van de docent, en wordt in een eindgesprek besproken.',
        ),
      },
      A2: {
        place: 'workplace',
        mustPass: true,
        secondExaminer: false,
        resit: both(
          'Another lesson, after a conversation with the observer.',
          'Een andere les, na een gesprek met de observator.',
        ),
      },
    },
    workload: {
      basis: both(
        'An average lecturer without extra knowledge of education beforehand; the lessons themselves are not counted.',
        'Een gemiddelde docent zonder extra voorkennis van onderwijskunde; de lessen zelf tellen niet mee.',
      ),
      activities: [
        {
          id: 'W1',
          label: both('Four workshops', 'Vier workshops'),
          type: 'efff75e10a',
          hours: 16,
          contact: true,
        },
        { id: 'W2', label: both('Reading', 'Literatuur'), type: 'b660f5dcea', hours: 8, contact: false },
        {
          id: 'W3',
          label: both('Designing the lessons', 'Lessen ontwerpen'),
          type: '4357e0e681',
          hours: 14,
          contact: false,
        },
        {
          id: 'W4',
          label: both('Visiting each other’s lessons', 'Lesbezoek bij elkaar'),
          type: '4357e0e681',
          hours: 4,
          contact: false,
        },
        {
          id: 'W5',
          label: both('Writing the portfolio', 'Portfolio schrijven'),
          type: 'b660f5dcea',
          hours: 12,
          contact: false,
        },
        {
          id: 'W6',
          label: both('Observation and closing conversation', 'Observatie en eindgesprek'),
          type: '3c8bd58d62',
          hours: 2,
          contact: true,
        },
      ],
    },
    audiences: ['professionals'],
    statements: {
      ...commonStatements,
      validity: {
        text: both(
          'Everything that is assessed comes from the lecturer’s own lessons; the rubric follows the four outcomes.',
          'Alles wat wordt beoordeeld komt uit eigen lessen van de docent; de rubric volgt de vier uitkomsten.',
        ),
      },
      reliability: {
        text: both(
          'Two assessors read each portfolio; they compare three of them every year with another institution.',
          'Twee beoordelaars lezen elk portfolio; zij vergelijken er elk jaar drie met een andere instelling.',
        ),
      },
      independence: {
        text: both(
          'Assessors do not come from the lecturer’s own department.',
          'Beoordelaars komen niet uit de eigen afdeling van de docent.',
        ),
      },
      'prior-learning': {
        text: both(
          'Whoever has taught for five years may hand in a portfolio of earlier lessons; the observed lesson stays.',
          'Wie vijf jaar lesgeeft mag een portfolio van eerdere lessen inleveren; de lesobservatie blijft.',
        ),
      },
    },
    team: [],
    stacksInto: [],
  },
};
