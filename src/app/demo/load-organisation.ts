/** What makes the pages about an institution worth showing: a logo, words, a test unit, an archived one, a request. */
import {
  archiveUnit,
  changeProfile,
  createUnit,
  getProfile,
  requestInstitution,
  setInstitutionLogo,
} from '../../features/institutions/index.ts';
import type { Deps } from '../deps.ts';
import type { DemoCast } from './cast.ts';
import { whoMay } from './load-quality.ts';

/** Drawn for the demo; it is nobody's logo. */
const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96">
<rect width="96" height="96" fill="#ffffff"/>
<path d="M8 60 C 24 44, 40 76, 56 60 S 80 52, 88 60 L 88 88 L 8 88 Z" fill="#1b5e4b"/>
<circle cx="66" cy="28" r="14" fill="#a8480f"/>
<rect x="20" y="24" width="10" height="34" fill="#7a3e9d"/>
<rect x="12" y="30" width="26" height="7" fill="#7a3e9d"/>
</svg>`;

export async function loadOrganisation(deps: Deps, cast: DemoCast): Promise<void> {
  const school = whoMay(cast, 'mbo-oosterdiep', 'institution.manage');
  if (!school.institutionId) return;
  const { institutionId } = school;
  await setInstitutionLogo(deps, school, { bytes: new TextEncoder().encode(LOGO) });
  const { identifiers, address, name, kind, ...profile } = await getProfile(deps, school);
  await changeProfile(deps, school, {
    ...{ name, address, website: profile.website, email: profile.email, timeZone: profile.timeZone },
    ...{ kind: 'mbo', gradingTable: null, linkedinId: null },
    description: {
      en: 'A vocational school that exists in this demonstration only.',
      nl: 'Een mbo-instelling die alleen in deze demonstratie bestaat.',
    },
    identifiers: {
      ...{ ROR: [], DEQAR: [], KvK: [], EUID: [], eIDAS: [], BRIN: [] },
      schacHomeOrganization: identifiers.schacHomeOrganization ?? [],
    },
  });
  await createUnit(deps, school, {
    institutionId,
    slug: 'proeftuin',
    name: { en: 'Sandbox', nl: 'Proeftuin' },
    visibility: 'test',
  });
  const closed = await createUnit(deps, school, {
    institutionId,
    slug: 'scheepsbouw',
    name: { en: 'Shipbuilding', nl: 'Scheepsbouw' },
  });
  await archiveUnit(deps, school, { unitId: closed.unitId });
  await requestInstitution(deps, {
    ...{ name: 'Hogeschool Waddenzee', kind: 'hbo', country: 'NL', language: 'nl' },
    ...{ homeOrganisation: 'waddenzee.example', contactName: 'Jildou Postma' },
    contactAddress: 'j.postma@waddenzee.example',
  });
}
