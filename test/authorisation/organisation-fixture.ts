/** What the pages of an institution, of the operator and of one's own account are about. */

import { openClient } from '../../src/features/institutions/change-client.ts';
import { setUnitLogo } from '../../src/features/institutions/change-unit.ts';
import {
  createInstitution,
  createUnit,
  inviteFirstAdministrator,
} from '../../src/features/institutions/index.ts';
import { agreeToTerms, publishTerms, saveTermsDraft } from '../../src/features/terms/index.ts';
import { createUuid } from '../../src/platform/ids.ts';
import type { World } from '../support/world.ts';
import type { Cast } from './cast.ts';
import type { Fixture } from './fixture.ts';
import { IMAGE } from './image.ts';

export async function makeOrganisationFixture(world: World, cast: Cast, made: number): Promise<Fixture> {
  const { deps, groningen } = world;
  const { institutionId, administrator } = groningen;
  const { unitId } = await createUnit(deps, administrator, {
    institutionId,
    parentId: groningen.unit.unitId,
    slug: `below-${made}`,
    name: { en: `Department ${made}` },
  });
  for (const of of ['unit', 'on-behalf-of'] as const) {
    await world.queryAsSuperuser(
      `UPDATE units SET on_behalf_of = '{"name": {"en": "A consortium"}}'
       WHERE id IN ('${unitId}', '${groningen.unit.unitId}') AND on_behalf_of IS NULL`,
    );
    for (const unit of [unitId, groningen.unit.unitId])
      await setUnitLogo(deps, administrator, { unitId: unit, of, bytes: IMAGE });
  }
  const client = await openClient(deps, administrator, {
    name: 'A program',
    scopes: ['designs.read'],
    requestsPerMinute: 600,
  });
  const tenant = `tenant-${made}`;
  const opened = await createInstitution(deps, {
    slug: tenant,
    kind: 'wo',
    name: { en: tenant },
    defaultLanguage: 'en',
    address: { country: 'NL' },
    inks: ['#b3121d', '#1a2756'],
  });
  const address = `first${made}@${tenant}.example`;
  await inviteFirstAdministrator(
    deps,
    { kind: 'system' },
    { institutionId: opened.institutionId, address, language: 'en' },
  );
  const [first] = await world.queryAsSuperuser<{ id: string }>(
    `SELECT id FROM invitations WHERE address = '${address}'`,
  );
  const request = createUuid();
  await world.queryAsSuperuser(
    `INSERT INTO institution_requests (id, name, kind, country, home_organisation, language, contact_name, contact_address, state, created_at)
     VALUES ('${request}', 'A school', 'mbo', 'NL', 'school${made}.example', 'en', 'Jo', 'jo@school${made}.example', 'waiting', now())`,
  );
  const [register, registerEntry] = [createUuid(), createUuid()];
  await world.queryAsSuperuser(
    `INSERT INTO registers (id, institution_id, name, created_at)
       SELECT '${register}', id, 'Register ${made}', now() FROM institutions WHERE kind = 'operator';
     INSERT INTO register_entries (id, institution_id, register_id, name)
       SELECT '${registerEntry}', institution_id, id, 'An institution' FROM registers WHERE id = '${register}'`,
  );
  const offeredFramework = createUuid();
  await world.queryAsSuperuser(
    `INSERT INTO frameworks (id, institution_id, name, publisher, licence, url, offered, imported_at)
       SELECT '${offeredFramework}', id, 'Framework ${made}', 'Operator', 'CC0', 'https://skills.example/', true, now()
       FROM institutions WHERE kind = 'operator'`,
  );
  return {
    offeredFramework,
    unit: unitId,
    client: client.id,
    tenant,
    request,
    register,
    registerEntry,
    firstAdministrator: first?.id ?? '',
    ...(await makeTermsFixture(world, cast)),
    ...(await makeAccountFixture(world, cast, made)),
  };
}

/** Of the kind that no award of the fixture asks for. */
async function makeTermsFixture(world: World, cast: Cast): Promise<Fixture> {
  const { deps, groningen } = world;
  const part = { excerpt: 'In short', text: `All of it, ${createUuid()}` };
  await saveTermsDraft(deps, groningen.administrator, { kind: 'formal-award', texts: { en: part } });
  await publishTerms(deps, groningen.administrator, { kind: 'formal-award' });
  const [terms] = await world.queryAsSuperuser<{ id: string }>(
    "SELECT id FROM terms WHERE kind = 'formal-award' ORDER BY version DESC NULLS LAST LIMIT 1",
  );
  const id = terms?.id ?? '';
  await agreeToTerms(deps, cast.holder, { terms: id, language: 'en' });
  await saveTermsDraft(deps, groningen.administrator, {
    kind: 'formal-award',
    texts: { en: { ...part, text: createUuid() } },
  });
  return { terms: id };
}

/** Something of the holder's that can be taken away without locking them out. */
async function makeAccountFixture(world: World, cast: Cast, made: number): Promise<Fixture> {
  const [address, identity, passkey] = [createUuid(), createUuid(), createUuid()];
  const { personId } = cast.holder;
  const [first, second] = cast.holderAddresses;
  await world.queryAsSuperuser(`
    INSERT INTO email_addresses (id, person_id, address, verified_at, verified_by) VALUES
      ('${address}', '${personId}', 'extra${made}@example.org', now(), 'test'),
      ('${createUuid()}', '${personId}', '${first}', now(), 'test'),
      ('${createUuid()}', '${personId}', '${second}', now(), 'test')
      ON CONFLICT (person_id, address) DO NOTHING;
    INSERT INTO identities (id, person_id, issuer, subject, linked_at, last_used_at) VALUES
      ('${identity}', '${personId}', 'https://other.example', 'extra${made}', now(), now());
    INSERT INTO passkeys (id, person_id, credential_id, public_key, counter, name, backed_up, created_at) VALUES
      ('${passkey}', '${personId}', 'credential${made}', '\\x00', 0, 'a key', false, now())`);
  return { address, identity, passkey, session: cast.holderSession };
}
