import type { Accreditation } from '../facts.ts';

/** For tests: one decision on everything, and one with limits and no end. */
export const accreditations: readonly Accreditation[] = [
  {
    id: 'a4t7m1v9x2c8b6kd',
    type: 'bb4618238e',
    title: { en: 'Institutional audit', nl: 'Instellingstoets kwaliteitszorg' },
    agency: 'Agency of Example (demo)',
    register: 'DEQAR',
    number: '12345',
    url: 'https://register.example.org/reports/12345',
    decision: 'positive',
    validFrom: '2024-02-01',
    validUntil: '2029-12-31',
  },
  {
    id: 'b4t7m1v9x2c8b6kd',
    type: '820101cba6',
    title: { en: 'Assessment of programmes' },
    agency: 'Agency of Example (demo)',
    register: 'NVAO',
    url: 'https://register.example.org/reports/678',
    decision: 'conditional',
    validFrom: '2026-01-01',
    scope: { unit: { en: 'Campus Fryslân', nl: 'Campus Fryslân' }, eqf: [7], fields: ['0413'] },
  },
];
