/** What vouches for quality: a decision on Groningen, and a qualification of a guest. */
import { recordAccreditation } from '../../src/features/accreditations/index.ts';
import { institutionalAudit } from '../../src/features/accreditations/testing.ts';
import { bringFramework } from '../../src/features/frameworks/index.ts';
import { recordQualification } from '../../src/features/quality/index.ts';
import { createUuid } from '../../src/platform/ids.ts';
import type { World } from '../support/world.ts';

export const FRAMEWORK_FILE = Buffer.from('code,name_nl,name_en\nA1,Toetsen ontwerpen,Design assessments\n');

const framed = () => ({
  ...{ name: `Framework ${createUuid()}`, publisher: 'University of Groningen', version: '1' },
  ...{ licence: 'CC BY 4.0', url: 'https://skills.example/', language: 'en' as const },
});

/** What goes along with the bytes of a file. */
export function ownFrameworkQuery(): string {
  return new URLSearchParams(framed()).toString();
}

const GUEST = { person: null, name: 'A guest', kind: 'utq', kindName: null };

export async function makeAssuranceFixture({
  deps,
  groningen,
}: World): Promise<Readonly<Record<string, string>>> {
  const { id: accreditation } = await recordAccreditation(deps, groningen.administrator, institutionalAudit);
  const { id: qualification } = await recordQualification(deps, groningen.administrator, GUEST);
  const { id: framework } = await bringFramework(deps, groningen.administrator, {
    ...framed(),
    ...{ owner: 'institution', file: FRAMEWORK_FILE },
  });
  return { accreditation, qualification, framework };
}

/** What no schema can know of these. */
export const ASSURANCE_BODIES: Readonly<Record<string, () => unknown>> = {
  'POST /api/v1/accreditations': () => institutionalAudit,
  'PUT /api/v1/accreditations/:id': () => institutionalAudit,
  'POST /api/v1/accreditations/:id/withdraw': () => ({ on: '2026-11-21' }),
  'POST /api/v1/quality/staff': () => GUEST,
  'POST /api/v1/quality/staff/:id/proofs': () => ({
    ...{ evidence: 'register', source: 'Register', reference: '1', seenOn: '2026-11-21' },
    ...{ validFrom: '2020-01-01', validUntil: null },
  }),
  'POST /api/v1/quality/staff/:id/withdraw': () => ({ because: 'It was recorded twice.' }),
};
