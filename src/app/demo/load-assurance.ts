/** Who vouches for the demo's institutions from outside. Every decision and every number is invented, and says so. */
import { recordAccreditation } from '../../features/accreditations/index.ts';
import type { PersonActor } from '../../features/audit/index.ts';
import type { Deps } from '../deps.ts';
import type { DemoCast } from './cast.ts';
import { at, whoMay } from './load-quality.ts';

type Decision = Parameters<typeof recordAccreditation>[2];

const WHOLE: Pick<Decision, 'unit' | 'eqf' | 'fields' | 'renews'> = {
  ...{ unit: null, eqf: [], fields: [], renews: null },
};

const AUDIT: Omit<Decision, 'number' | 'url' | 'validFrom' | 'validUntil'> = {
  ...WHOLE,
  type: 'bb4618238e',
  title: { en: 'Institutional audit (demo)', nl: 'Instellingstoets kwaliteitszorg (demo)' },
  agency: 'Agency for Quality in Higher Education (demo)',
  register: 'DEQAR',
  decision: 'positive',
};

const GRONINGEN: readonly Decision[] = [
  {
    ...AUDIT,
    number: 'DEMO-20131',
    url: 'https://register.example/reports/demo-20131',
    validFrom: '2019-02-01',
    validUntil: '2025-01-31',
  },
  {
    ...WHOLE,
    type: '003293d2ce',
    title: { en: 'Recognition as a university (demo)', nl: 'Erkenning als universiteit (demo)' },
    agency: 'Ministry of Education (demo)',
    register: 'RIO',
    number: 'DEMO-00A12',
    url: 'https://register.example/institutions/demo-00a12',
    decision: 'positive',
    validFrom: '1993-08-01',
    validUntil: null,
  },
  {
    ...WHOLE,
    type: '820101cba6',
    title: {
      en: 'Assessment of postgraduate courses (demo)',
      nl: 'Beoordeling postinitieel onderwijs (demo)',
    },
    agency: 'Agency for Quality in Higher Education (demo)',
    register: 'NVAO',
    number: 'DEMO-7781',
    url: 'https://register.example/reports/demo-7781',
    decision: 'conditional',
    validFrom: '2021-02-01',
    validUntil: '2027-01-31',
    eqf: [7, 8],
  },
];

const OOSTERDIEP: readonly Decision[] = [
  {
    ...WHOLE,
    type: '003293d2ce',
    title: { en: 'Recognition as a vocational school (demo)', nl: 'Erkenning als mbo-instelling (demo)' },
    agency: 'Ministry of Education (demo)',
    register: 'RIO',
    number: 'DEMO-99Z01',
    url: 'https://register.example/institutions/demo-99z01',
    decision: 'positive',
    validFrom: '1996-01-01',
    validUntil: null,
  },
];

/** Follows upon the audit that has ended: badges of before then show that it was renewed. */
const RENEWAL = {
  ...AUDIT,
  number: 'DEMO-31477',
  url: 'https://register.example/reports/demo-31477',
  validFrom: '2025-02-01',
  validUntil: '2031-01-31',
};

/** Before the first design was approved, so that each version names what was in force on its day. */
export async function loadAssurance(deps: Deps, cast: DemoCast): Promise<void> {
  const early = at(deps, '2021-09-01');
  const ids = await recordAll(
    early,
    whoMay(cast, 'university-of-groningen', 'institution.manage'),
    GRONINGEN,
  );
  await recordAccreditation(
    at(deps, '2025-01-20'),
    whoMay(cast, 'university-of-groningen', 'institution.manage'),
    {
      ...RENEWAL,
      renews: ids[0] ?? null,
    },
  );
  await recordAll(early, whoMay(cast, 'mbo-oosterdiep', 'institution.manage'), OOSTERDIEP);
}

async function recordAll(deps: Deps, actor: PersonActor, decisions: readonly Decision[]): Promise<string[]> {
  const ids: string[] = [];
  for (const decision of decisions) ids.push((await recordAccreditation(deps, actor, decision)).id);
  return ids;
}
