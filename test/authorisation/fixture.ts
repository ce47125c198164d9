/** What stands behind the addresses: one of each thing, of Groningen's faculty of philosophy and of its one holder. */
import type { FastifyInstance } from 'fastify';
import { composeLetterToken } from '../../src/features/accounts/index.ts';
import type { PersonActor } from '../../src/features/audit/index.ts';
import { claimAward, findAward, grantAwards, offerToken } from '../../src/features/awards/index.ts';
import { publishAward } from '../../src/features/credentials/index.ts';
import { addTag, createDesign } from '../../src/features/designs/index.ts';
import { answerEndorsement } from '../../src/features/endorsements/answer-endorsement.ts';
import { endorse } from '../../src/features/endorsements/endorse.ts';
import { giveFeedback, replyToFeedback } from '../../src/features/feedback/index.ts';
import { addMember, inviteMembers } from '../../src/features/institutions/index.ts';
import { composeInvitationToken } from '../../src/features/institutions/invitation.ts';
import { listInvitations } from '../../src/features/institutions/invitations.store.ts';
import { listMembers } from '../../src/features/institutions/members.store.ts';
import { createRole } from '../../src/features/institutions/save-role.ts';
import { commentDesign } from '../../src/features/quality/comment-design.ts';
import { callMeeting, callReviews, moveDesign, publishGuide } from '../../src/features/quality/index.ts';
import { createUuid } from '../../src/platform/ids.ts';
import { proofOfCompetence, soundDossier } from '../support/content.ts';
import type { World } from '../support/world.ts';
import {
  ASSURANCE_BODIES,
  FRAMEWORK_FILE,
  makeAssuranceFixture,
  ownFrameworkQuery,
} from './assurance-fixture.ts';
import type { Cast } from './cast.ts';
import { IMAGE } from './image.ts';
import { makeOrganisationFixture } from './organisation-fixture.ts';
import { sampleOf } from './sample.ts';

export type Fixture = Readonly<Record<string, string>>;

let made = 0;

/** Which addresses are about which part of the fixture. */
const ABOUT = {
  awards: /^(?!.*(quality|dossier)).*(designs|tags|awards|batches|offers|letters|credentials|backpack|\/c\/)/,
  staff: /members|invitation|roles/,
  organisation: /units|clients|operator|institution|issuers|terms|agreements|account|passkeys/,
  endorsements: /endorsements/,
  quality: /quality|dossier/,
  judged: /approvals|guide|review/,
  assurance: /accreditations|quality\/staff|frameworks/,
} as const;

type Part = keyof typeof ABOUT;

const parts = new WeakMap<World, Partial<Record<Part, Fixture>>>();

/** What a route is about is made anew for it, for others may have ended it; the rest is what was made before. */
export async function makeFixture(world: World, cast: Cast, route: string): Promise<Fixture> {
  made += 1;
  const known = parts.get(world) ?? {};
  const make = {
    awards: () => makeAwardFixture(world, cast),
    staff: () => makeStaffFixture(world, cast.holderAddresses[0] ?? ''),
    organisation: () => makeOrganisationFixture(world, cast, made),
    endorsements: () => makeEndorsementFixture(world),
    quality: () => makeQualityFixture(world),
    judged: () => makeJudgedFixture(world),
    assurance: () => makeAssuranceFixture(world),
  } satisfies Record<Part, () => Promise<Fixture>>;
  for (const part of Object.keys(ABOUT) as Part[]) // Object.keys forgets the literal names
    if (!known[part] || ABOUT[part].test(route)) known[part] = await make[part]();
  parts.set(world, known);
  return Object.assign({}, ...Object.values(known)) as Fixture; // each part was made just now or before
}

async function makeAwardFixture(world: World, cast: Cast): Promise<Fixture> {
  const { deps, groningen } = world;
  const design = await world.publish(groningen.designer);
  const grant = async (email: string, undo?: string) =>
    await grantAwards(deps, groningen.registrar, {
      design,
      recipients: [{ email, name: 'Sanne Visser' }],
      ...(undo ? { undo } : {}),
    });
  const [first = '', second = ''] = cast.holderAddresses;
  const offered = (await grant(first)).rows[0]?.award ?? '';
  const claimed = (await grant(second)).rows[0]?.award ?? '';
  const pending = await grant('waiting@example.org', 'PT30M');
  await claimAward(deps, cast.holder, { award: claimed });
  await publishAward(deps, cast.holder, {
    award: claimed,
    choice: { showName: true, showResult: true, showEvidence: true, olderPlatforms: true },
  });
  await giveFeedback(deps, cast.holder, {
    ...{ award: claimed, moment: 'claim', answers: { recommend: 3 }, text: '' },
  });
  const words = { en: 'A word.', nl: '' };
  const reply = await replyToFeedback(deps, groningen.designer, { design, said: words, did: words });
  const tag = await addTag(deps, groningen.administrator, { name: `Tag ${made}` });
  const publicId = await deps.database.asInstitution(
    groningen.institutionId,
    async (tx) => (await findAward(tx, claimed))?.publicId ?? '',
  );
  return {
    design,
    offered,
    claimed,
    publicId,
    tag: tag.id,
    reply: reply.id,
    letterToken: composeLetterToken(deps.keyedDigest, `letters${made}@example.org`),
    pending: pending.rows[0]?.award ?? '',
    batch: pending.batchId ?? '',
    offer: offerToken(deps, offered),
    issuer: groningen.unit.issuer.publicId,
    ...(await findSignedThings(world)),
  };
}

/** One that waits for an answer, one that was given, one that is shown; and a design to vouch for. */
async function makeEndorsementFixture(world: World): Promise<Fixture> {
  const { deps, groningen, oosterdiep } = world;
  const address = async (designer: PersonActor) => `/designs/${await world.publish(designer)}`;
  const word = { comment: 'Sound.', language: 'en' } as const;
  const receive = async () =>
    await endorse(deps, oosterdiep.administrator, { about: await address(groningen.designer), ...word });
  const given = await endorse(deps, groningen.administrator, {
    about: await address(oosterdiep.designer),
    ...word,
  });
  const [received, shown] = [await receive(), await receive()];
  await answerEndorsement(deps, groningen.administrator, { endorsement: shown.id, accept: true });
  const [row] = await world.queryAsSuperuser<{ public_id: string }>(
    `SELECT public_id FROM endorsements WHERE id = '${shown.id}'`,
  );
  return {
    endorsementReceived: received.id,
    endorsementGiven: given.id,
    endorsementShown: row?.public_id ?? '',
    theirDesign: await address(oosterdiep.designer),
  };
}

/** A draft that is being made, with a remark at it; a meeting that is planned. */
async function makeQualityFixture(world: World): Promise<Fixture> {
  const { deps, groningen } = world;
  const { kind, title, defaultLanguage } = proofOfCompetence;
  const { id: draft } = await createDesign(deps, groningen.designer, {
    ...{ kind, title, defaultLanguage, unit: 'philosophy', content: proofOfCompetence },
  });
  const { id: comment } = await commentDesign(deps, groningen.designer, {
    ...{ design: draft, pointer: '/content/title', text: 'Shorter?' },
  });
  const { id: meeting } = await callMeeting(deps, groningen.administrator, {
    ...{ day: '2026-12-01', place: 'Room 1' },
  });
  return { draft, comment, meeting };
}

/** What was approved, what is being reviewed, and the Guide. */
async function makeJudgedFixture(world: World): Promise<Fixture> {
  const { deps, groningen } = world;
  const reviewed = await startReview(world);
  const [approval] = await world.queryAsSuperuser<{ public_id: string }>(
    'SELECT q.public_id FROM quality_decisions q JOIN design_versions v ON v.id = q.version_id LIMIT 1',
  );
  const [guide] = await world.queryAsSuperuser<{ n: number | null }>(
    'SELECT max(n) AS n FROM quality_guides',
  );
  const { n } = await publishGuide(deps, groningen.administrator, {
    from: guide?.n ?? 0,
    sections: [{ code: 'outcomes', title: { en: 'Outcomes' }, text: { en: createUuid() } }],
  });
  return { reviewed, approval: approval?.public_id ?? '', guide: String(n) };
}

/** A design whose review began. */
async function startReview(world: World): Promise<string> {
  const { deps, groningen } = world;
  const design = await world.publish(groningen.designer);
  await world.queryAsSuperuser(
    `UPDATE quality_cycles SET review_due = '2026-11-30'
     WHERE design_id = (SELECT id FROM designs WHERE public_id = '${design}')`,
  );
  await callReviews(deps);
  await moveDesign(deps, groningen.administrator, { design, act: 'start-review', reason: '' });
  return design;
}

/** What signing has left: made by jobs, so waited for. */
async function findSignedThings(world: World): Promise<Fixture> {
  await world.settle();
  const issuerId = world.groningen.unit.issuer.id;
  const [list] = await world.queryAsSuperuser<{ public_id: string }>(
    `SELECT public_id FROM status_lists WHERE issuer_id = '${issuerId}' AND document IS NOT NULL`,
  );
  const [key] = await world.queryAsSuperuser<{ kid: string }>(
    `SELECT kid FROM signing_keys WHERE issuer_id = '${issuerId}' AND purpose = 'award-p256'`,
  );
  return { statusList: list?.public_id ?? '', kid: key?.kid ?? '' };
}

/** A member and an invitation of the faculty, a role of the institution, an invitation to the holder. */
async function makeStaffFixture(world: World, holderAddress: string): Promise<Fixture> {
  const { deps, groningen } = world;
  const { institutionId, administrator } = groningen;
  const identifier = `member${made}@groningen.example`;
  await addMember(deps, administrator, {
    ...{ institutionId, identifier, name: 'A member', role: 'reader' },
    unitId: groningen.unit.unitId,
  });
  const invited = `invited${made}@groningen.example`;
  await inviteMembers(deps, administrator, {
    invitations: [
      { address: invited, role: 'reader', unit: 'philosophy' },
      {
        address: holderAddress,
        role: 'reader',
        until: `2030-01-${String((made % 28) + 1).padStart(2, '0')}`,
      },
    ],
  });
  const { slug } = await createRole(deps, administrator, {
    name: { en: `Role ${createUuid()}` },
    permissions: ['designs.read'],
  });
  return await deps.database.asInstitution(institutionId, async (tx) => {
    const invitations = await listInvitations(tx, institutionId);
    const own = invitations.find(({ address, state }) => address === holderAddress && state === 'pending');
    return {
      role: slug,
      member: (await listMembers(tx, institutionId)).find((one) => one.identifier === identifier)?.id ?? '',
      invitation: invitations.find(({ address }) => address === invited)?.id ?? '',
      invitationToken: own ? composeInvitationToken(deps.keyedDigest, own) : '',
    };
  });
}

/** Which of the fixture's things an address means by its parameters. The first that fits. */
const MEANINGS: readonly (readonly [RegExp, Readonly<Record<string, keyof Fixture | `=${string}`>>])[] = [
  [/^\/auth\//, { provider: '=learner' }],
  [/^\/api\/v1\/account\/identities\//, { id: 'identity' }],
  [/^\/api\/v1\/account\/addresses\//, { id: 'address' }],
  [/^\/api\/v1\/account\/passkeys\//, { id: 'passkey' }],
  [/^\/api\/v1\/account\/sessions\//, { id: 'session' }],
  [/^\/api\/v1\/terms\//, { owner: '=groningen', kind: '=formal-award' }],
  [/^\/api\/v1\/agreements\//, { terms: 'terms' }],
  [/^\/api\/v1\/institution\/terms\//, { kind: '=formal-award' }],
  [/^\/api\/v1\/institution\/keys\//, { kid: 'kid' }],
  [/^\/api\/v1\/units\//, { id: 'unit', of: '=logo' }],
  [/^\/api\/v1\/clients\//, { id: 'client' }],
  [/^\/api\/v1\/operator\/institutions\//, { slug: 'tenant', id: 'firstAdministrator' }],
  [/^\/api\/v1\/operator\/frameworks\//, { id: 'offeredFramework' }],
  [/^\/api\/v1\/frameworks\//, { id: 'framework' }],
  [/^\/api\/v1\/operator\/requests\//, { id: 'request' }],
  [/^\/api\/v1\/operator\/registers\//, { id: 'register', entry: 'registerEntry' }],
  [/^\/extensions\//, { name: '=ECTSExtension' }],
  [/^\/api\/v1\/endorsements\/:id\/withdraw/, { id: 'endorsementGiven' }],
  [/^\/api\/v1\/endorsements\//, { id: 'endorsementReceived' }],
  [/^\/endorsements\//, { id: 'endorsementShown' }],
  [/^\/api\/v1\/members\//, { id: 'member' }],
  [/^\/api\/v1\/invitations\//, { id: 'invitation' }],
  [/^\/api\/v1\/letters\//, { token: 'letterToken' }],
  [/^\/api\/v1\/invitation\//, { token: 'invitationToken' }],
  [/^\/api\/v1\/roles\//, { slug: 'role' }],
  [/^\/issuers\//, { id: 'issuer', kid: 'kid' }],
  [/^\/status\//, { id: 'statusList' }],
  [/^\/api\/v1\/quality\/staff\//, { id: 'qualification' }],
  [/^\/api\/v1\/quality\/meetings\//, { id: 'meeting', design: 'draft' }],
  [/^\/approvals\//, { id: 'approval' }],
  [/\/quality\/packs\//, { name: '=eu-minimum@2022' }],
  [/\/guides\//, { slug: '=groningen', n: '=1' }],
  [/\/policy-packs\//, { slug: '=groningen', name: '=eu-minimum@2022' }],
  [/quality\/handed-in\.pdf/, { id: 'design' }],
  [/designs\/:id\/quality\/review/, { id: 'reviewed' }],
  [/designs\/:id\/(quality|dossier)/, { id: 'draft', comment: 'comment', condition: '=1' }],
  [/^\/api\/v1\/awards\/:id\/feedback/, { id: 'claimed', moment: '=claim' }],
  [/^\/api\/v1\/designs\/:id\/feedback/, { id: 'design', reply: 'reply' }],
  [/designs\//, { id: 'design', n: '=1' }],
  [/^\/api\/v1\/accreditations\//, { id: 'accreditation' }],
  [/^\/api\/v1\/tags\//, { id: 'tag' }],
  [/^\/api\/v1\/awards\/:id\/(claim|decline|terms)/, { id: 'offered' }],
  [/^\/api\/v1\/awards\/:id\/undo/, { id: 'pending' }],
  [/^\/api\/v1\/awards\//, { id: 'claimed' }],
  [/^\/api\/v1\/batches\//, { id: 'batch' }],
  [/^\/api\/v1\/offers\//, { token: 'offer' }],
  [/^\/api\/v1\/credentials\//, { id: 'publicId' }],
  [/^\/api\/v1\/providers\//, { id: 'issuer' }],
  [/^\/api\/v1\/backpack\//, { id: 'claimed' }],
  [/^\/backpack\//, { award: 'claimed', extension: '=json' }],
  [/^\/c\//, { file: 'publicId' }],
];

export function fillIn(path: string, fixture: Fixture): string {
  const meaning = MEANINGS.find(([pattern]) => pattern.test(path))?.[1] ?? {};
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const meant = meaning[name];
    if (meant === undefined) throw new Error(`say in MEANINGS what :${name} of ${path} means`);
    return meant.startsWith('=') ? meant.slice(1) : (fixture[meant] ?? '');
  });
  if (path.endsWith('/quality/approval')) return `${filled}?design=${fixture.design}`;
  if (path.endsWith('/preview')) return `${filled}?kind=edubadge`;
  if (path === '/api/v1/feedback' || path === '/api/v1/quality/changes')
    return `${filled}?design=${fixture.design}`;
  if (path.endsWith('/endorsements/shown')) return `${filled}?design=${fixture.design}`;
  if (path.endsWith('/accreditations/shown')) return `${filled}?institution=groningen`;
  if (path.endsWith('/frameworks')) return `${filled}?${ownFrameworkQuery()}`;
  if (path.endsWith('/items')) return `${filled}?language=en&how=replace`;
  return path.endsWith('/image') ? `${filled}?revision=1` : filled;
}

const UNIT = { name: { en: 'A name' }, description: {}, website: null, linkedinId: null };

/** What no schema can know: a design that exists, a draft that is whole. */
const BODIES: Readonly<Record<string, (fixture: Fixture) => unknown>> = {
  'POST /api/v1/awards': ({ design }) => ({ design, recipients: [{ email: `new${made}@example.org` }] }),
  'POST /api/v1/awards/:id/disclosures': () => ({ parts: ['email'] }),
  'POST /api/v1/designs': () => ({
    kind: 'edubadge',
    unit: 'only-here',
    title: { en: 'A design' },
    defaultLanguage: 'en',
  }),
  'POST /api/v1/letters/:token': () => ({ wish: 'none', from: null }),
  'PUT /api/v1/account/addresses/:id/letters': () => ({ wish: 'none', from: null }),
  ...ASSURANCE_BODIES,
  'POST /api/v1/tags': () => ({ name: createUuid() }),
  'PUT /api/v1/tags/:id': () => ({ name: createUuid() }),
  'PUT /api/v1/designs/:id/tags': ({ tag }) => ({ tags: [tag] }),
  'PUT /api/v1/designs/:id/draft': () => ({ revision: 1, content: proofOfCompetence, partnerUnits: [] }),
  'PUT /api/v1/institution/house-style': () => ({
    inks: ['#b3121d', '#1a2756'],
    senderName: null,
    replyTo: null,
    defaultLanguage: 'en',
  }),
  'POST /api/v1/institution/keys/rotate': ({ issuer }) => ({ issuer, purpose: 'status', when: 'announced' }),
  'POST /api/v1/institution/keys/:kid/compromise': ({ kid = '' }) => ({
    ...{ at: '2026-01-01T09:00', reason: 'suspected' },
    confirmation: kid.slice(-6),
  }),
  'PUT /api/v1/institution/profile': () => ({
    ...UNIT,
    kind: 'wo',
    email: null,
    gradingTable: null,
    address: { country: 'NL' },
    timeZone: 'Europe/Amsterdam',
    identifiers: { schacHomeOrganization: ['groningen.example'] },
  }),
  'POST /api/v1/units': ({ unit }) => ({ name: { en: `Section ${createUuid()}` }, parent: unit }),
  'POST /api/v1/units/:id/move': () => ({ parent: null }),
  'PUT /api/v1/units/:id': () => ({ ...UNIT, sort: null, visibility: 'public', onBehalfOf: null }),
  'POST /api/v1/agreements': ({ terms }) => ({ terms }),
  'POST /api/v1/passkeys/start': () => ({ purpose: 'sign-in' }),
  'POST /api/v1/session/institution': () => ({ slug: null }),
  'POST /api/v1/invitations': () => ({ invitations: [{ address: 'x@example.org', role: 'reader' }] }),
  'POST /api/v1/roles': () => ({ name: { en: `Role ${createUuid()}` }, permissions: ['designs.read'] }),
  'PUT /api/v1/roles/:slug': () => ({ name: { en: `Role ${createUuid()}` }, permissions: ['designs.read'] }),
  'POST /api/v1/operator/registers': () => ({ name: `Register ${createUuid()}`, sourceUrl: null }),
  'PUT /api/v1/operator/registers/:id/entries': () => ({
    file: 'name,website\nA school,https://school.example',
  }),
  'POST /api/v1/operator/registers/:id/entries': () => ({
    ...{ name: 'A school', country: 'NL', issuerId: 'did:web:school.example', identifier: null },
    ...{ accreditedFrom: null, accreditedUntil: null, scope: null },
  }),
  'POST /api/v1/credentials/:id/feedback': () => ({ answers: { useful: 3 } }),
  'PUT /api/v1/awards/:id/feedback/:moment': () => ({ answers: { recommend: 3 } }),
  'PUT /api/v1/designs/:id/feedback/reading': () => ({ answers: { level: 3 } }),
  'POST /api/v1/designs/:id/feedback/replies': () => ({
    said: { en: 'Too long.', nl: '' },
    did: { en: 'Shorter.', nl: '' },
  }),
  'POST /api/v1/designs/:id/feedback/complaints': () => ({ kind: 'other', receivedOn: '2026-11-01' }),
  'PUT /api/v1/designs/:id/dossier': () => ({ revision: 0, dossier: soundDossier }),
  'POST /api/v1/designs/:id/quality/moves': () => ({ act: 'withdraw', reason: '' }),
  'POST /api/v1/designs/:id/quality/comments': () => ({ pointer: '/content/title', text: 'Shorter?' }),
  'POST /api/v1/quality/meetings/:id/agenda': ({ draft }) => ({ design: draft }),
  'POST /api/v1/quality/meetings': () => ({ day: '2026-12-01', place: 'Room 2' }),
  'POST /api/v1/quality/packs': () => ({
    ...{ id: `own-${createUuid()}`, version: '1', jurisdiction: 'NL', name: { en: 'Own' } },
    ...{ summary: { en: 'Own rules.' }, designKinds: ['edubadge'], validFrom: '2026-01-01' },
    ...{ sources: [], limits: {}, criteria: [], gates: [] },
    review: { firstMonths: 12, months: 36, warnDays: 90, graceDays: 60 },
  }),
  'POST /api/v1/quality/adoptions': () => ({ kind: 'edubadge', pack: 'eu-minimum' }),
  'POST /api/v1/quality/guide': ({ guide }) => ({
    from: Number(guide),
    sections: [{ code: 'outcomes', title: { en: 'Outcomes' }, text: { en: createUuid() } }],
  }),
  'POST /api/v1/endorsements': ({ theirDesign }) => ({
    about: theirDesign,
    comment: 'Sound.',
    language: 'en',
  }),
  'POST /api/v1/verify': () => ({ url: 'https://example.org/badge.json' }),
};

export function sampleBody(
  app: FastifyInstance,
  route: string,
  fixture: Fixture,
): { readonly type: string; readonly payload: string | Buffer } | undefined {
  const [method = '', path = ''] = route.split(' ');
  if (method === 'GET' || method === 'DELETE') return undefined;
  if (path === '/oauth/token')
    return { type: 'application/x-www-form-urlencoded', payload: 'grant_type=password' };
  if (/\/(image|logo|images\/:of)$/.test(path)) return { type: 'image/png', payload: IMAGE };
  if (/\/(frameworks|items)$/.test(path))
    return { type: 'application/octet-stream', payload: FRAMEWORK_FILE };
  const own = BODIES[route]?.(fixture);
  if (own) return { type: 'application/json', payload: JSON.stringify(own) };
  const { paths } = app.swagger() as {
    paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: object }> } }>>;
  };
  const operation = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  const schema = operation?.requestBody?.content['application/json']?.schema;
  return schema && { type: 'application/json', payload: JSON.stringify(sampleOf(schema)) };
}
