import type { AccreditationInput } from './accreditations.schema.ts';

/** For tests: a decision on the whole institution that is in force on the day of the world's clock. */
export const institutionalAudit: AccreditationInput = {
  type: 'bb4618238e',
  title: { en: 'Institutional audit', nl: 'Instellingstoets kwaliteitszorg' },
  agency: 'Agency of Example',
  register: 'DEQAR',
  number: '12345',
  url: 'https://register.example.org/reports/12345',
  decision: 'positive',
  validFrom: '2024-02-01',
  validUntil: '2027-01-31',
  unit: null,
  eqf: [],
  fields: [],
  renews: null,
};
