import { both, commonStatements, type Template } from './template.ts';

export const workplaceSkill: Template = {
  suits: both(
    'For one skill that is learned and shown at the workplace, under the eyes of an examiner.',
    'Voor één vaardigheid die op de werkplek wordt geleerd en onder het oog van een examinator wordt getoond.',
  ),
  content: {
    kind: 'proof-of-competence',
    defaultLanguage: 'en',
    title: both('A practical skill at the workplace', 'Een praktische vaardigheid op de werkplek'),
    description: both(
      'You learn one skill while you work, keep a record of it, and show it in an assessment at your own workplace.',
      'U leert één vaardigheid terwijl u werkt, houdt daar verslag van bij, en toont haar in een toets op uw eigen werkplek.',
    ),
    outcomes: [
      {
        id: 'LO1',
        text: both(
          'Carry out the task from preparation to handover, by the rules of the trade and of safety.',
          'De taak van voorbereiding tot oplevering volgens de regels van vak en veiligheid uitvoeren.',
        ),
      },
      {
        id: 'LO2',
        text: both(
          'Record each step so that a colleague can take over at any moment.',
          'Elke stap zo vastleggen dat een collega op elk moment het werk kan overnemen.',
        ),
      },
      {
        id: 'LO3',
        text: both(
          'Explain to a client in plain words what was done and what needs attention.',
          'Aan een klant in gewone woorden wat er is gedaan en wat aandacht vraagt uitleggen.',
        ),
      },
    ],
    assessments: [
      {
        id: 'A1',
        title: both('Assessment at the workplace', 'Praktijktoets op de werkplek'),
        type: '6a4db9f11d',
        supervision: '70be69aaf9',
        identityCheck: both('Identity document.', 'Identiteitsbewijs.'),
        weight: 70,
      },
      {
        id: 'A2',
        title: both('Three work records', 'Drie werkverslagen'),
        type: '4f03b91c0e',
        supervision: '44314532f9',
        identityCheck: both(
          'Signed by the supervisor at work, who knows the participant.',
          'Ondertekend door de begeleider op het werk, die de deelnemer kent.',
        ),
        weight: 30,
      },
    ],
    provenBy: [
      { outcome: 'LO1', assessment: 'A1', coverage: 'full', weight: 50 },
      { outcome: 'LO3', assessment: 'A1', coverage: 'full', weight: 20 },
      { outcome: 'LO2', assessment: 'A2', coverage: 'full', weight: 30 },
    ],
    workload: { hours: 56 },
    level: { eqf: 4, nlqf: 'c_ff656b33' },
    participation: ['729f3bed4b'],
    instructionLanguages: ['nl'],
    gradeScheme: { scheme: 'pass-fail' },
    passRule: both('Both assessments must be passed.', 'Beide toetsen moeten voldoende zijn.'),
    qualityAssurance: {
      type: 'bb4618238e',
      statement: both(
        'Looked at by an education expert of the institution before it is offered, and every year with the employers concerned.',
        'Door een onderwijsexpert van de instelling bekeken voordat het wordt aangeboden, en elk jaar met de betrokken werkgevers.',
      ),
    },
  },
  dossier: {
    outcomes: {
      LO1: {
        verb: both('carry out', 'uitvoeren'),
        object: both('the task from preparation to handover', 'de taak van voorbereiding tot oplevering'),
        context: both('by the rules of the trade and of safety', 'volgens de regels van vak en veiligheid'),
        cognitive: 'apply',
        eqf: 4,
        essential: true,
      },
      LO2: {
        verb: both('record', 'vastleggen'),
        object: both('each step', 'elke stap'),
        context: both(
          'so that a colleague can take over at any moment',
          'zo dat een collega op elk moment het werk kan overnemen',
        ),
        cognitive: 'apply',
        eqf: 4,
        essential: false,
      },
      LO3: {
        verb: both('explain', 'uitleggen'),
        object: both('what was done and what needs attention', 'wat er is gedaan en wat aandacht vraagt'),
        context: both('to a client in plain words', 'aan een klant in gewone woorden'),
        cognitive: 'understand',
        eqf: 4,
        essential: false,
      },
    },
    assessments: {
      A1: {
        place: 'workplace',
        mustPass: true,
        secondExaminer: false,
        resit: both(
          'Once, after at least two weeks of practice, with a comparable task.',
          'Eén keer, na ten minste twee weken oefenen, met een vergelijkbare taak.',
        ),
      },
      A2: {
        place: 'workplace',
        mustPass: true,
        secondExaminer: true,
        resit: both(
          'A record that falls short is written again about another task.',
          'Een verslag dat tekortschiet wordt opnieuw geschreven, over een andere taak.',
        ),
      },
    },
    workload: {
      basis: both(
        'An average participant who works in the trade and has not done this task before, without extra knowledge.',
        'Een gemiddelde deelnemer die in het vak werkt en deze taak nog niet deed, zonder extra voorkennis.',
      ),
      activities: [
        { id: 'W1', label: both('Instruction', 'Instructie'), type: 'ff436ea7c9', hours: 8, contact: true },
        {
          id: 'W2',
          label: both('Practice under guidance', 'Oefenen onder begeleiding'),
          type: '3c8bd58d62',
          hours: 12,
          contact: true,
        },
        {
          id: 'W3',
          label: both('Doing it at work', 'Doen op het werk'),
          type: '4357e0e681',
          hours: 26,
          contact: false,
        },
        {
          id: 'W4',
          label: both('Writing three records', 'Drie verslagen schrijven'),
          type: 'b660f5dcea',
          hours: 6,
          contact: false,
        },
        { id: 'W5', label: both('Assessment', 'Toets'), type: '3c8bd58d62', hours: 4, contact: true },
      ],
    },
    audiences: ['professionals'],
    statements: {
      ...commonStatements,
      validity: {
        text: both(
          'The task is one that employers named as usual; the list of observations follows the three outcomes.',
          'De taak is er een die werkgevers als gewoon noemden; de observatielijst volgt de drie uitkomsten.',
        ),
      },
      reliability: {
        text: both(
          'Examiners watch two recorded assessments together each year and compare their lists.',
          'Examinatoren bekijken elk jaar samen twee opgenomen toetsen en vergelijken hun lijsten.',
        ),
      },
      independence: {
        text: both(
          'The examiner is neither the participant’s supervisor nor their instructor.',
          'De examinator is niet de begeleider en niet de instructeur van de deelnemer.',
        ),
      },
      'prior-learning': {
        text: both(
          'Whoever does this task at work already may go to the assessment at once.',
          'Wie deze taak op het werk al doet, mag meteen naar de toets.',
        ),
      },
    },
    team: [],
    stacksInto: [],
  },
};
