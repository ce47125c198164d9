/**
 * Fills an empty database with the demonstration, through the same verbs as people's acts, each at the hour at
 * which the demo says that it happened. Loaded once: an installation that has an institution is left alone.
 */
import { enterAccount } from '../../features/accounts/index.ts';
import { type PersonActor, system } from '../../features/audit/index.ts';
import {
  addMember,
  createApiClient,
  createInstitution,
  createUnit,
  findOperator,
  listInstitutions,
  listUnits,
  type Permission,
  permissionsOf,
  type Role,
  recogniseMember,
} from '../../features/institutions/index.ts';
import type { Deps } from '../deps.ts';
import { type DemoPerson, readDemo, SLUGS } from './content.ts';
import { loadAssurance } from './load-assurance.ts';
import { loadAwards } from './load-awards.ts';
import { loadDesigns } from './load-designs.ts';
import { loadFeedback } from './load-feedback.ts';
import { loadFrameworks } from './load-frameworks.ts';
import { loadOrganisation } from './load-organisation.ts';
import { loadQualifications } from './load-qualifications.ts';
import { loadTerms } from './load-terms.ts';
import { demoClient, LEARNER_TENANT, OPERATOR_TENANT } from './provider.ts';

export async function loadDemo(deps: Deps, settle: () => Promise<void>): Promise<void> {
  if ((await deps.database.asPublic(listInstitutions)).length > 0) return;
  const demo = readDemo();
  const institutionIds = await loadInstitutions(deps, demo.institutions);
  const people = { institutionIds, actors: await loadPeople(deps, demo.people, institutionIds) };
  const cast = { ...people, records: await loadQualifications(deps, people) };
  await loadOrganisation(deps, cast);
  await loadAssurance(deps, cast);
  const designs = await loadDesigns(deps, demo.designs, cast);
  await settle();
  await loadAwards(deps, demo.awards, { cast, designs, settle });
  await loadFeedback(deps, cast, designs);
  await loadTerms(deps, demo.terms, cast);
  await loadFrameworks(deps, cast);
}

const KIND = { WO: 'wo', HBO: 'hbo', MBO: 'mbo' } as const;

/** DESIGN §2: the demonstration inks. The house colours of an institution are its own business. */
const INKS: Readonly<Record<string, readonly string[]>> = {
  groningen: ['#b3121d', '#1a2756', '#0c5a63', '#b97400'],
  oosterdiep: ['#1b5e4b', '#7a3e9d', '#a8480f'],
};

const IDENTIFIERS: Readonly<Record<string, readonly { scheme: string; value: string }[]>> = {
  groningen: [{ scheme: 'schacHomeOrganization', value: 'rug.example' }],
  oosterdiep: [{ scheme: 'schacHomeOrganization', value: 'oosterdiep.example' }],
};

/** Two units of the public example that offer together with others, and that the demo's file leaves out. */
const FURTHER_UNITS: Readonly<Record<string, readonly { id: string; name: { en: string; nl: string } }[]>> = {
  groningen: [
    {
      id: 'university-college-groningen',
      name: { en: 'University College Groningen', nl: 'University College Groningen' },
    },
    {
      id: 'faculty-of-religion-culture-and-society',
      name: {
        en: 'Faculty of Religion, Culture and Society',
        nl: 'Faculteit Religie, Cultuur en Maatschappij',
      },
    },
  ],
};

const CLIENT_SCOPES: readonly Permission[] = [
  'designs.read',
  'designs.write',
  'designs.publish',
  'awards.read',
  'awards.grant',
  'awards.revoke',
  'members.read',
];

async function loadInstitutions(
  deps: Deps,
  institutions: ReturnType<typeof readDemo>['institutions'],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const institution of institutions) {
    const slug = SLUGS[institution.id] ?? institution.id;
    const { institutionId } = await createInstitution(deps, {
      slug,
      kind: KIND[institution.type as keyof typeof KIND] ?? 'other',
      name: institution.name,
      defaultLanguage: institution.defaultLanguage,
      address: { country: 'NL', region: 'NL11', locality: 'Groningen' },
      identifiers: IDENTIFIERS[slug] ?? [],
      email: `microcredentials@${institution.domain}`,
      website: `https://${institution.domain}/`,
      inks: INKS[slug] ?? ['#131a2e', '#1540bd'],
      staffProvider: demoClient(deps, slug),
      demo: true,
    });
    ids.set(institution.id, institutionId);
    for (const unit of [...institution.units, ...(FURTHER_UNITS[slug] ?? [])])
      await createUnit(deps, system, { institutionId, slug: unit.id, name: unit.name });
    await createApiClient(deps, {
      institutionId,
      clientId: `demo-${slug}`,
      secret: 'demo-secret',
      name: 'Demo client',
      scopes: CLIENT_SCOPES,
      demo: true,
    });
  }
  return ids;
}

const ROLES: Readonly<Record<string, Role>> = {
  'institution-administrator': 'administrator',
  awarder: 'awarder',
  registrar: 'registrar',
  'education-expert': 'education-expert',
  'committee-member': 'committee-member',
  'committee-chair': 'committee-chair',
  'committee-secretary': 'committee-secretary',
  'examination-committee-chair': 'examination-board',
  author: 'designer',
  'programme-owner': 'programme-owner',
  'content-peer': 'content-peer',
  teacher: 'teacher',
  auditor: 'auditor',
  'qa-officer': 'quality-officer',
};

async function loadPeople(
  deps: Deps,
  people: readonly DemoPerson[],
  institutionIds: ReadonlyMap<string, string>,
): Promise<Map<string, PersonActor>> {
  const actors = new Map<string, PersonActor>();
  for (const person of people) {
    if (person.kind === 'staff')
      actors.set(
        person.id,
        await loadStaff(deps, person, institutionIds.get(person.institution ?? '') ?? ''),
      );
    if (person.kind === 'operator') actors.set(person.id, await loadOperator(deps, person));
    if (person.kind === 'learner')
      actors.set(person.id, {
        kind: 'person',
        personId: await enter(deps, person, LEARNER_TENANT),
        permissions: new Set(),
      });
  }
  return actors;
}

async function loadStaff(deps: Deps, person: DemoPerson, institutionId: string): Promise<PersonActor> {
  const identifier = person.identifiers.eppn[0] ?? person.emails[0]?.address ?? person.id;
  const units = await deps.database.asInstitution(institutionId, (tx) => listUnits(tx, institutionId));
  // Awarders work for their units; who teaches or designs does so anywhere, for the stories that the demo tells.
  const held = person.roles.map(({ role, scope }) => ({
    role: ROLES[role] ?? 'reader',
    unit: role === 'awarder' ? units.find(({ slug }) => slug === scope) : undefined,
  }));
  for (const { role, unit } of held)
    await addMember(deps, system, {
      ...{ institutionId, identifier, role, name: person.name.full },
      ...(unit ? { unitId: unit.id } : {}),
    });
  const roles = held.map(({ role }) => role);
  const personId = await enter(deps, person, SLUGS[person.institution ?? ''] ?? '', institutionId);
  return { kind: 'person', personId, institutionId, permissions: permissionsOf(roles) };
}

/** Whoever runs this installation: the one role that an institution cannot give. */
async function loadOperator(deps: Deps, person: DemoPerson): Promise<PersonActor> {
  const operator = await deps.database.asPublic(findOperator);
  if (!operator) throw new Error('the operator comes before the demo');
  const institutionId = operator.id;
  const identifier = person.emails[0]?.address ?? person.id;
  await addMember(deps, system, { institutionId, identifier, name: person.name.full, role: 'operator' });
  const personId = await enter(deps, person, OPERATOR_TENANT, institutionId);
  return { kind: 'person', personId, institutionId, permissions: permissionsOf(['operator']) };
}

/** As if they had signed in once: their account is there, and they are recognised where they work. */
function enter(deps: Deps, person: DemoPerson, tenant: string, institutionId?: string): Promise<string> {
  const identifiers = [
    ...person.identifiers.eppn,
    ...(institutionId || !person.identifiers.eduId ? [] : [person.identifiers.eduId]),
  ].map((one) => one.toLowerCase());
  const addresses = person.emails
    .filter((email) => email.verified && email.primary)
    .map((email) => email.address.toLowerCase());
  return deps.database.asDoorkeeper(async (tx) => {
    const personId = await enterAccount(tx, deps.clock.now(), {
      stated: {
        issuer: demoClient(deps, tenant).issuer,
        subject: person.id,
        name: person.name.full,
        addresses,
        identifiers,
      },
      provider: institutionId ? tenant : 'learner',
      language: person.locale === 'nl' ? 'nl' : 'en',
    });
    if (institutionId)
      await recogniseMember(tx, { institutionId, identifiers: [...identifiers, ...addresses], personId });
    return personId;
  });
}
