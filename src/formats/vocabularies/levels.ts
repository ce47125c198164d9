/** Levels: the European framework, the Dutch framework in the list `qdr`, and the cycles of higher education. */
import { defineEuropeanList, type Vocabulary } from './concept.ts';

export const eqfLevels = defineEuropeanList(
  'eqf',
  { en: 'European Qualifications Framework (EQF)', nl: 'Europees kwalificatiekader (EQF)' },
  ['1', '2', '3', '4', '5', '6', '7', '8'].map(
    (level) => [level, `EQF level ${level}`, `EQF-niveau ${level}`] as const,
  ),
);

export const nlqfLevels = defineEuropeanList(
  'qdr',
  { en: 'Dutch Qualifications Framework (NLQF)', nl: 'Nederlands kwalificatieraamwerk (NLQF)' },
  [
    ['c_b42dd23b', 'NLQF entry level', 'NLQF-instroomniveau'],
    ['c_3e11a3fd', 'NLQF level 1', 'NLQF-niveau 1'],
    ['c_c749fa23', 'NLQF level 2', 'NLQF-niveau 2'],
    ['c_f97cdbb5', 'NLQF level 3', 'NLQF-niveau 3'],
    ['c_ff656b33', 'NLQF level 4', 'NLQF-niveau 4'],
    ['c_c2700f4e', 'NLQF level 4+', 'NLQF-niveau 4+'],
    ['c_18c9e9fe', 'NLQF level 5', 'NLQF-niveau 5'],
    ['c_1711a061', 'NLQF level 6', 'NLQF-niveau 6'],
    ['c_478359fc', 'NLQF level 7', 'NLQF-niveau 7'],
    ['c_2835a50f', 'NLQF level 8', 'NLQF-niveau 8'],
  ],
);

/** No EU list gives the cycles URIs of their own: all point to the framework, and the code tells them apart. */
const EHEA = 'https://www.ehea.info/page-qualification-frameworks';

export const eheaCycles: Vocabulary = {
  id: 'qf-ehea',
  names: {
    en: 'Qualifications Framework of the European Higher Education Area (QF-EHEA)',
    nl: 'Kwalificatiekader van de Europese hogeronderwijsruimte (QF-EHEA)',
  },
  concepts: [
    { code: 'short', uri: EHEA, labels: { en: 'short cycle', nl: 'korte cyclus' } },
    { code: 'first', uri: EHEA, labels: { en: 'first cycle', nl: 'eerste cyclus' } },
    { code: 'second', uri: EHEA, labels: { en: 'second cycle', nl: 'tweede cyclus' } },
    { code: 'third', uri: EHEA, labels: { en: 'third cycle', nl: 'derde cyclus' } },
  ],
};
