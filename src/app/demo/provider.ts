/** The embedded identity provider with the demo's people: one tenant for learners, one for each institution. */

import type { Clock } from '../../platform/clock.ts';
import {
  type EmbeddedProvider,
  type DemoPerson as ProviderPerson,
  startEmbeddedProvider,
} from '../../platform/identity/index.ts';
import { type DemoPerson, readDemo, SLUGS } from './content.ts';

export const LEARNER_TENANT = 'eduid';
/** The slug of the operator's own institution too. */
export const OPERATOR_TENANT = 'operator';
const CLIENT_ID = 'waarmerk';

type ClientDeps = {
  readonly publicUrl: string;
  readonly keyedDigest: (purpose: string, text: string) => Buffer;
};

export type DemoClient = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

/** Our own registration at a tenant. The secret is computed, so that nothing has to be written down. */
export function demoClient(deps: ClientDeps, tenant: string): DemoClient {
  return {
    issuer: new URL(`/idp/${tenant}`, deps.publicUrl).href,
    clientId: CLIENT_ID,
    clientSecret: deps.keyedDigest('demo-oidc-client', tenant).toString('base64url'),
  };
}

export function startDemoProvider(
  deps: ClientDeps & { readonly clock: Clock; readonly demo: boolean },
): EmbeddedProvider {
  const { people, institutions } = readDemo();
  const tenants = [
    { id: LEARNER_TENANT, name: { nl: 'eduID (demo)', en: 'eduID (demo)' }, provider: 'learner' },
    {
      id: OPERATOR_TENANT,
      name: { nl: 'Beheerder (demo)', en: 'Operator (demo)' },
      provider: OPERATOR_TENANT,
    },
    ...institutions.map((institution) => {
      const slug = SLUGS[institution.id] ?? institution.id;
      return {
        id: slug,
        name: { nl: `${institution.name.nl} (demo)`, en: `${institution.name.en} (demo)` },
        provider: slug,
      };
    }),
  ];
  return startEmbeddedProvider({
    demo: deps.demo,
    publicUrl: deps.publicUrl,
    clock: deps.clock,
    tenants: tenants.map(({ id, name, provider }) => {
      const { clientId, clientSecret } = demoClient(deps, id);
      return {
        id,
        name,
        clients: [{ clientId, clientSecret, redirectUris: [`${deps.publicUrl}/auth/callback/${provider}`] }],
      };
    }),
    listPeople: (tenant) =>
      tenant === OPERATOR_TENANT
        ? people.filter((person) => person.kind === 'operator').map((person) => present(person, tenant))
        : tenant === LEARNER_TENANT
          ? people.filter((person) => person.kind === 'learner').map((person) => present(person, undefined))
          : people
              .filter((person) => person.kind === 'staff' && SLUGS[person.institution ?? ''] === tenant)
              .map((person) => present(person, tenant)),
  });
}

/**
 * The demo's institutions ask for a second factor themselves, so nobody there is asked for a passkey. These two come with
 * a password alone, so that it can be seen what is asked of them.
 */
const PASSWORD_ONLY: ReadonlySet<string> = new Set(['p-obuya', 'p-terborg']);

function present(person: DemoPerson, tenant: string | undefined): ProviderPerson {
  const email = person.emails.find((one) => one.primary) ?? person.emails[0];
  const roles = [...new Set(person.roles.map((role) => role.role))];
  const [principalName] = person.identifiers.eppn;
  return {
    subject: person.id,
    name: person.name.full,
    givenName: person.name.given ?? person.name.full,
    familyName: person.name.family ?? person.name.full,
    email: email?.address ?? `${person.id}@example.org`,
    emailVerified: email?.verified ?? false,
    ...(person.identifiers.eduId && !tenant ? { eduId: person.identifiers.eduId } : {}),
    ...(principalName ? { principalName } : {}),
    ...(person.identifiers.schacHomeOrganization
      ? { homeOrganization: person.identifiers.schacHomeOrganization }
      : {}),
    affiliations: tenant ? ['employee'] : ['student'],
    ...(tenant ? { amr: PASSWORD_ONLY.has(person.id) ? ['pwd'] : ['pwd', 'mfa'] } : {}),
    ...(tenant
      ? {
          description: {
            nl: roles.map((role) => ROLES[role] ?? role).join(', '),
            en: roles.join(', ').replaceAll('-', ' '),
          },
        }
      : {}),
  };
}

const ROLES: Readonly<Record<string, string>> = {
  operator: 'beheerder van de dienst',
  teacher: 'docent',
  author: 'ontwerper',
  'programme-owner': 'programma-eigenaar',
  'content-peer': 'vakgenoot',
  'education-expert': 'onderwijskundige',
  'committee-chair': 'voorzitter commissie',
  'committee-secretary': 'secretaris commissie',
  'committee-member': 'commissielid',
  awarder: 'uitreiker',
  registrar: 'uitreiker',
  'institution-administrator': 'beheerder',
  'qa-officer': 'kwaliteitszorg',
  auditor: 'auditor',
  'examination-committee-chair': 'voorzitter examencommissie',
};
