/** Lists of the European Learning Model about learning and assessing. The Dutch labels are ours. */
import { defineEuropeanList } from './concept.ts';

export const assessmentTypes = defineEuropeanList(
  'assessment',
  { en: 'EU list: types of assessment', nl: 'EU-lijst: toetsvormen' },
  [
    ['6e6cb2cc78', 'written examination', 'schriftelijk examen'],
    ['d30284d7df', 'oral examination', 'mondeling examen'],
    ['2939dae15f', 'marked assignment', 'beoordeelde opdracht'],
    ['795dac4096', 'project work', 'projectwerk'],
    ['6a4db9f11d', 'practical assessment', 'praktijktoets'],
    ['4f03b91c0e', 'portfolio', 'portfolio'],
    ['de4d165a6c', 'artefact assessment', 'beoordeling van een product'],
    ['c4256a2726', 'problem based learning', 'probleemgestuurde opdracht'],
    ['3484bd7e51', 'continuous evaluation', 'doorlopende beoordeling'],
    ['56539a6507', 'group performance', 'groepsprestatie'],
    ['19a2e5e671', 'peer assessment', 'beoordeling door medelerenden'],
    ['812e3b0ae1', 'peer review', 'peerreview'],
    ['b1b68f6735', 'quiz', 'quiz'],
    ['7331eb4762', 'level of attendance', 'mate van aanwezigheid'],
  ],
);

export const participationForms = defineEuropeanList(
  'learning-assessment',
  { en: 'EU list: modes of learning and assessment', nl: 'EU-lijst: vormen van deelname' },
  [
    ['9191af2ed9', 'presential', 'op locatie'],
    ['920fbb3cbe', 'online', 'online'],
    ['e92d221e4d', 'blended', 'blended'],
    ['729f3bed4b', 'workbased', 'op de werkplek'],
    ['7813801c77', 'project based', 'projectmatig'],
    ['ed4c557045', 'research-lab based', 'in een onderzoekslaboratorium'],
  ],
);

export const supervisionForms = defineEuropeanList(
  'supervision-verification',
  { en: 'EU list: supervision and identity verification', nl: 'EU-lijst: toezicht en identiteitscontrole' },
  [
    ['70be69aaf9', 'supervised with ID verification', 'onder toezicht, met identiteitscontrole'],
    ['44314532f9', 'supervised without ID verification', 'onder toezicht, zonder identiteitscontrole'],
    ['df2880c5cb', 'unsupervised with ID verification', 'zonder toezicht, met identiteitscontrole'],
    ['c598449d64', 'unsupervised without ID verification', 'zonder toezicht, zonder identiteitscontrole'],
  ],
);

export const learningActivities = defineEuropeanList(
  'learning-activity',
  { en: 'EU list: types of learning activity', nl: 'EU-lijst: leeractiviteiten' },
  [
    ['b660f5dcea', 'self-motivated study', 'zelfstudie'],
    ['bf2e3a7bae', 'e-learning coursework', 'e-learning'],
    ['ff436ea7c9', 'classroom coursework', 'klassikaal onderwijs'],
    ['efff75e10a', 'workshop, seminar or conference', 'workshop, seminar of conferentie'],
    ['3c8bd58d62', 'lab, simulation or practice', 'lab, simulatie of praktijkoefening'],
    ['4357e0e681', 'job experience', 'werkervaring'],
  ],
);

export const accreditationTypes = defineEuropeanList(
  'accreditation',
  { en: 'EU list: types of accreditation', nl: 'EU-lijst: vormen van kwaliteitszorg' },
  [
    ['bb4618238e', 'institutional quality assurance', 'kwaliteitszorg op instellingsniveau'],
    ['820101cba6', 'programme quality assurance', 'kwaliteitszorg op opleidingsniveau'],
    ['003293d2ce', 'institutional license', 'erkenning van de instelling'],
    ['e57dddfcf3', 'programme license', 'erkenning van de opleiding'],
  ],
);

export const creditSystems = defineEuropeanList(
  'education-credit',
  { en: 'EU list: education credit systems', nl: 'EU-lijst: studiepuntenstelsels' },
  [
    ['6fcec5c5af', 'European Credit Transfer System (ECTS)', 'European Credit Transfer System (ECTS)'],
    [
      '60b314e826',
      'European Credit System for Vocational Education and Training (ECVET)',
      'European Credit System for Vocational Education and Training (ECVET)',
    ],
  ],
);

export const learningOpportunityTypes = defineEuropeanList(
  'learning-opportunity',
  { en: 'EU list: types of learning opportunity', nl: 'EU-lijst: soorten leeraanbod' },
  [
    ['74a4a268e8', 'short learning programme', 'kort leertraject'],
    ['05053c1cbe', 'course', 'cursus'],
    ['0f7dac46ca', 'programme module', 'module van een opleiding'],
    ['7e1ac538db', 'class', 'les'],
    ['17744a2647', 'massive open online course', 'open onlinecursus (MOOC)'],
    ['79343569f3', 'educational programme', 'opleiding'],
    ['77b99de990', 'internship', 'stage'],
    ['63f9f6180c', 'apprenticeship', 'leerwerktraject'],
    ['11252a5207', 'mentoring', 'mentoraat'],
    ['8b965da2d4', 'service learning', 'maatschappelijk leren'],
    ['65a4cf5de2', 'study visit', 'studiebezoek'],
    ['b2434ca358', 'thesis', 'scriptie'],
  ],
);
