/**
 * Who may come where: one row for each address of the server. `npm run check` compares it with the routes of the server
 * and writes `docs/authorisation.md`; `test/authorisation.test.ts` tries every row as everyone.
 */
import type { Permission } from '../../src/features/institutions/index.ts';

/**
 * `everyone`: also who is not signed in; what they see never depends on who they are, or they hold a secret.
 * `themselves`: anyone, about their own account alone. `holder`: whoever it was meant for, an award or a letter.
 * `operator`: whoever runs the installation. A permission: whoever's role has it, at the institution of the thing.
 */
export type Access =
  | 'everyone'
  | 'themselves'
  | 'holder'
  | 'operator'
  /** Held anywhere: what is shown or done is no more than what the actor reaches. */
  | Permission
  /** Held where the thing is, or for all of the institution. */
  | `${Permission}@place`
  /** The same, and never a program: there must be somebody to ask. */
  | `${Permission}@place by a person`
  | `${Permission}@institution`;

export const ACCESS: Readonly<Record<string, Access>> = {
  // accounts
  'GET /api/v1/sign-in-methods': 'everyone',
  'GET /api/v1/session': 'everyone',
  'PATCH /api/v1/session': 'themselves',
  'POST /api/v1/session/institution': 'themselves',
  'POST /api/v1/sign-out': 'everyone',
  'POST /api/v1/email-codes': 'everyone',
  'POST /api/v1/email-codes/verify': 'everyone',
  'GET /auth/start/:provider': 'everyone',
  'GET /auth/callback/:provider': 'everyone',

  'POST /api/v1/email-codes/open': 'everyone',
  'GET /api/v1/account': 'themselves',
  'GET /api/v1/account/ways-in': 'themselves',
  'DELETE /api/v1/account/identities/:id': 'holder',
  'DELETE /api/v1/account/addresses/:id': 'holder',
  'POST /api/v1/account/addresses/:id/primary': 'holder',
  'DELETE /api/v1/account/passkeys/:id': 'holder',
  'DELETE /api/v1/account/sessions/:id': 'holder',
  'POST /api/v1/account/sessions/end-others': 'themselves',
  'GET /api/v1/account/merge-offer': 'themselves',
  'POST /api/v1/account/merge': 'themselves',
  'GET /api/v1/account/letters': 'themselves',
  'PUT /api/v1/account/addresses/:id/letters': 'holder',
  'GET /api/v1/letters/:token': 'everyone',
  'POST /api/v1/letters/:token': 'everyone',
  'GET /api/v1/account/stay-notice': 'themselves',
  'POST /api/v1/account/stay-notice/later': 'themselves',
  'POST /api/v1/passkeys/start': 'everyone',
  'POST /api/v1/passkeys/use': 'everyone',
  'POST /api/v1/passkeys': 'themselves',

  // what is held of a person
  'GET /api/v1/account/consents': 'themselves',
  'GET /api/v1/account/data': 'themselves',
  'GET /api/v1/account/export': 'themselves',
  'GET /api/v1/account/history': 'themselves',
  'POST /api/v1/account/erase': 'themselves',

  // terms
  'GET /api/v1/terms/:owner': 'everyone',
  'GET /api/v1/terms/:owner/:kind': 'everyone',
  'GET /api/v1/agreements/outstanding': 'themselves',
  'POST /api/v1/agreements': 'themselves',
  'DELETE /api/v1/agreements/:terms': 'themselves',
  'GET /api/v1/awards/:id/terms': 'holder',
  'GET /api/v1/institution/terms': 'terms.manage@institution',
  'PUT /api/v1/institution/terms/:kind': 'terms.manage@institution',
  'POST /api/v1/institution/terms/:kind/publish': 'terms.manage@institution',

  // audit
  'GET /api/v1/audit': 'audit.read@institution',

  // institutions
  'GET /api/v1/institution': 'designs.read',
  'GET /api/v1/institution/profile': 'designs.read',
  'PUT /api/v1/institution/profile': 'institution.manage@institution',
  'PUT /api/v1/institution/house-style': 'institution.manage@institution',
  'PUT /api/v1/institution/rules': 'institution.manage@institution',
  'PUT /api/v1/institution/logo': 'institution.manage@institution',
  'DELETE /api/v1/institution/logo': 'institution.manage@institution',
  'GET /api/v1/institution/provider': 'institution.manage@institution',
  'PUT /api/v1/institution/provider': 'institution.manage@institution',
  'DELETE /api/v1/institution/provider': 'institution.manage@institution',
  'GET /api/v1/institution/keys': 'institution.manage@institution',
  'POST /api/v1/institution/keys/rotate': 'institution.manage@place',
  'POST /api/v1/institution/keys/:kid/compromise': 'institution.manage@place by a person',
  'GET /api/v1/units': 'designs.read',
  'POST /api/v1/units': 'units.manage@place',
  'PUT /api/v1/units/:id': 'units.manage@place',
  'DELETE /api/v1/units/:id': 'units.manage@place',
  'POST /api/v1/units/:id/archive': 'units.manage@place',
  'POST /api/v1/units/:id/restore': 'units.manage@place',
  'POST /api/v1/units/:id/move': 'units.manage@place',
  'POST /api/v1/units/:id/issue': 'units.manage@place',
  'GET /api/v1/units/:id/images/:of': 'designs.read',
  'PUT /api/v1/units/:id/images/:of': 'units.manage@place',
  'DELETE /api/v1/units/:id/images/:of': 'units.manage@place',
  'GET /api/v1/clients': 'clients.manage@institution',
  'POST /api/v1/clients': 'clients.manage@institution',
  'DELETE /api/v1/clients/:id': 'clients.manage@place',
  'POST /api/v1/clients/:id/rotate': 'clients.manage@place',
  'POST /api/v1/clients/:id/end-former-secret': 'clients.manage@place',
  'PUT /api/v1/clients/:id/limit': 'clients.manage@place',
  'POST /api/v1/institution-requests': 'everyone',
  'GET /api/v1/operator/institutions': 'operator',
  'POST /api/v1/operator/institutions': 'operator',
  'GET /api/v1/operator/institutions/:slug': 'operator',
  'PUT /api/v1/operator/institutions/:slug': 'operator',
  'POST /api/v1/operator/institutions/:slug/administrators': 'operator',
  'POST /api/v1/operator/institutions/:slug/administrators/:id/resend': 'operator',
  'POST /api/v1/operator/institutions/:slug/administrators/:id/factor-reset': 'operator',
  'POST /api/v1/operator/institutions/:slug/archive': 'operator',
  'POST /api/v1/operator/institutions/:slug/restore': 'operator',
  'POST /api/v1/operator/viewing': 'operator',
  'POST /api/v1/viewing/end': 'themselves',
  'GET /api/v1/operator/registers': 'operator',
  'POST /api/v1/operator/registers': 'operator',
  'GET /api/v1/operator/registers/:id': 'operator',
  'DELETE /api/v1/operator/registers/:id': 'operator',
  'PUT /api/v1/operator/registers/:id/entries': 'operator',
  'POST /api/v1/operator/registers/:id/entries': 'operator',
  'DELETE /api/v1/operator/registers/:id/entries/:entry': 'operator',
  'GET /api/v1/operator/requests': 'operator',
  'POST /api/v1/operator/requests/:id/approve': 'operator',
  'POST /api/v1/operator/requests/:id/decline': 'operator',
  'GET /api/v1/members': 'members.read',
  'PATCH /api/v1/members/:id': 'members.manage@place',
  'POST /api/v1/members/:id/remove': 'members.manage@place',
  'POST /api/v1/members/:id/factor-reset': 'members.manage@place by a person',
  'GET /api/v1/invitations': 'members.manage',
  'POST /api/v1/invitations': 'members.manage',
  'POST /api/v1/invitations/:id/resend': 'members.manage@place',
  'POST /api/v1/invitations/:id/withdraw': 'members.manage@place',
  'GET /api/v1/invitation/:token': 'everyone',
  'POST /api/v1/invitation/:token/answer': 'holder',
  'GET /api/v1/roles': 'members.read',
  'POST /api/v1/roles': 'roles.manage@institution',
  'PUT /api/v1/roles/:slug': 'roles.manage@institution',
  'DELETE /api/v1/roles/:slug': 'roles.manage@institution',
  'POST /oauth/token': 'everyone',

  // frameworks
  'GET /api/v1/frameworks': 'designs.read',
  'GET /api/v1/frameworks/search': 'designs.read',
  'GET /api/v1/frameworks/gone': 'designs.read',
  'GET /api/v1/frameworks/:id': 'designs.read',
  'POST /api/v1/frameworks': 'institution.manage@institution',
  'PUT /api/v1/frameworks/:id/items': 'institution.manage@place',
  'DELETE /api/v1/frameworks/:id': 'institution.manage@place',
  'GET /api/v1/operator/frameworks': 'operator',
  'POST /api/v1/operator/frameworks': 'operator',
  'GET /api/v1/operator/frameworks/:id': 'operator',
  'PUT /api/v1/operator/frameworks/:id/items': 'operator',
  'DELETE /api/v1/operator/frameworks/:id': 'operator',

  // keys, status
  'GET /issuers/:id': 'everyone',
  'GET /issuers/:id/logo.png': 'everyone',
  'GET /issuers/:id/on-behalf-of.png': 'everyone',
  'GET /issuers/:id/did.json': 'everyone',
  'GET /issuers/:id/did-history.json': 'everyone',
  'GET /issuers/:id/jwks.json': 'everyone',
  'GET /issuers/:id/keys/:kid': 'everyone',
  'GET /.well-known/did.json': 'everyone',
  'GET /api/v1/accreditations': 'designs.read',
  'GET /api/v1/accreditations/shown': 'everyone',
  'GET /api/v1/accreditations/:id': 'designs.read@place',
  'POST /api/v1/accreditations': 'institution.manage@institution',
  'PUT /api/v1/accreditations/:id': 'institution.manage@place',
  'POST /api/v1/accreditations/:id/withdraw': 'institution.manage@place',
  'GET /api/v1/endorsements': 'designs.read',
  'POST /api/v1/endorsements': 'institution.manage@institution',
  'POST /api/v1/endorsements/:id/accept': 'institution.manage@institution',
  'POST /api/v1/endorsements/:id/decline': 'institution.manage@institution',
  'POST /api/v1/endorsements/:id/withdraw': 'institution.manage@institution',
  'GET /api/v1/endorsements/shown': 'everyone',
  'GET /endorsements/:id': 'everyone',
  'GET /status/:id': 'everyone',
  'GET /issuers/:id/revocations': 'everyone',
  'GET /contexts/eu/v1.json': 'everyone',
  'GET /extensions/:name/context.json': 'everyone',
  'GET /extensions/:name/schema.json': 'everyone',

  // designs
  'GET /api/v1/designs': 'designs.read',
  'POST /api/v1/designs': 'designs.write@place',
  'GET /api/v1/designs/:id': 'designs.read@place',
  'PUT /api/v1/designs/:id/draft': 'designs.write@place',
  'PUT /api/v1/designs/:id/image': 'designs.write@place',
  'DELETE /api/v1/designs/:id/image': 'designs.write@place',
  'GET /api/v1/designs/:id/image.png': 'designs.read@place',
  'POST /api/v1/designs/:id/publish': 'designs.publish@place',
  'POST /api/v1/designs/:id/retire': 'designs.publish@place',
  'PUT /api/v1/designs/:id/tags': 'designs.write@place',

  // quality
  'GET /api/v1/designs/:id/quality': 'designs.read@place',
  'PUT /api/v1/designs/:id/dossier': 'designs.write@place',
  'GET /api/v1/designs/:id/quality/handed-in.pdf': 'designs.read@place',
  'POST /api/v1/designs/:id/quality/comments': 'designs.read@place by a person',
  'POST /api/v1/designs/:id/quality/comments/:comment/resolve': 'designs.write@place by a person',
  'POST /api/v1/designs/:id/quality/check': 'designs.write@place',
  'POST /api/v1/designs/:id/quality/submit': 'designs.write@place',
  'POST /api/v1/designs/:id/quality/moves': 'designs.write@place by a person',
  'POST /api/v1/designs/:id/quality/opinions': 'designs.advise@place by a person',
  'POST /api/v1/designs/:id/quality/votes': 'designs.decide@place by a person',
  'POST /api/v1/designs/:id/quality/decision': 'designs.chair@place by a person',
  'POST /api/v1/designs/:id/quality/conditions/:condition/met': 'designs.advise@place by a person',
  'POST /api/v1/designs/:id/quality/settlement': 'designs.settle@place by a person',
  'GET /api/v1/designs/:id/quality/review': 'designs.read@place',
  'GET /api/v1/designs/:id/quality/review.pdf': 'designs.read@place',
  'GET /api/v1/quality/changes': 'everyone',
  'GET /api/v1/quality/staff': 'designs.read',
  'POST /api/v1/quality/staff': 'designs.assure@institution',
  'POST /api/v1/quality/staff/:id/proofs': 'designs.assure@place by a person',
  'POST /api/v1/quality/staff/:id/credential': 'designs.assure@place by a person',
  'POST /api/v1/quality/staff/:id/withdraw': 'designs.assure@place',
  'GET /api/v1/quality/board': 'designs.read',
  'GET /api/v1/quality/meetings': 'designs.read@institution',
  'POST /api/v1/quality/meetings': 'designs.convene@institution',
  'GET /api/v1/quality/meetings/:id': 'designs.read@place',
  'GET /api/v1/quality/meetings/:id/pack.pdf': 'designs.read@place',
  'GET /api/v1/quality/meetings/:id/minutes.pdf': 'designs.read@place',
  'POST /api/v1/quality/meetings/:id/agenda': 'designs.convene@place',
  'DELETE /api/v1/quality/meetings/:id/agenda/:design': 'designs.convene@place',
  'POST /api/v1/quality/meetings/:id/open': 'designs.convene@place',
  'POST /api/v1/quality/meetings/:id/close': 'designs.convene@place',
  'GET /api/v1/quality/packs': 'designs.read',
  'POST /api/v1/quality/packs': 'designs.assure@institution',
  'GET /api/v1/quality/packs/:name': 'designs.read',
  'GET /api/v1/quality/packs/:name/preview': 'designs.assure@institution',
  'POST /api/v1/quality/adoptions': 'designs.assure@institution',
  'GET /api/v1/quality/guide': 'designs.read',
  'POST /api/v1/quality/guide': 'designs.assure@institution',
  'GET /api/v1/guides/:slug': 'everyone',
  'GET /api/v1/guides/:slug/:n': 'everyone',
  'GET /api/v1/guides/:slug/contents': 'everyone',
  'GET /api/v1/quality/approval': 'everyone',
  'GET /approvals/:id': 'everyone',
  'GET /policy-packs/:slug/:name': 'everyone',
  'GET /api/v1/policy-packs/:slug/:name': 'everyone',
  'GET /designs/:id/versions/:n/facts.json': 'everyone',

  'GET /api/v1/tags': 'designs.read',
  'POST /api/v1/tags': 'institution.manage@institution',
  'PUT /api/v1/tags/:id': 'institution.manage@institution',
  'POST /api/v1/tags/:id/archive': 'institution.manage@institution',
  'GET /designs/:id': 'everyone',
  'GET /designs/:id/card.png': 'everyone',
  'GET /designs/:id/versions/:n': 'everyone',
  'GET /designs/:id/versions/:n/image.png': 'everyone',
  'GET /designs/:id/versions/:n/image.svg': 'everyone',

  // awards
  'POST /api/v1/awards': 'awards.grant@place',
  'GET /api/v1/awards': 'awards.read',
  'GET /api/v1/awards/:id': 'awards.read@place',
  'POST /api/v1/awards/:id/revoke': 'awards.revoke@place',
  'POST /api/v1/awards/:id/undo': 'awards.grant@place',
  'GET /api/v1/batches/:id': 'awards.read@place',
  'POST /api/v1/batches/:id/undo': 'awards.grant@place',
  'GET /api/v1/offers/:token': 'everyone',
  'POST /api/v1/awards/:id/claim': 'holder',
  'POST /api/v1/awards/:id/decline': 'holder',

  // credentials
  'GET /c/:file': 'everyone',
  'GET /c/:file/card.png': 'everyone',
  'GET /c/:file/ob2': 'everyone',
  'GET /api/v1/credentials/:id': 'everyone',
  'PUT /api/v1/awards/:id/publication': 'holder',
  'DELETE /api/v1/awards/:id/publication': 'holder',
  'GET /api/v1/awards/:id/disclosures': 'holder',
  'POST /api/v1/awards/:id/disclosures': 'holder',
  'GET /backpack/:award/download.:extension': 'holder',

  // feedback
  'GET /api/v1/feedback': 'everyone',
  'GET /api/v1/feedback/asked': 'themselves',
  'POST /api/v1/credentials/:id/feedback': 'everyone',
  'GET /api/v1/awards/:id/feedback': 'holder',
  'PUT /api/v1/awards/:id/feedback/:moment': 'holder',
  'DELETE /api/v1/awards/:id/feedback/:moment': 'holder',
  'GET /api/v1/designs/:id/feedback': 'designs.read@place',
  'PUT /api/v1/designs/:id/feedback/reading': 'designs.review@place by a person',
  'POST /api/v1/designs/:id/feedback/replies': 'designs.write@place by a person',
  'DELETE /api/v1/designs/:id/feedback/replies/:reply': 'designs.write@place',
  'POST /api/v1/designs/:id/feedback/complaints': 'designs.assure@place by a person',

  // catalogue, verification, backpack
  'GET /api/v1/catalogue': 'everyone',
  'GET /api/v1/catalogue/designs/:id': 'everyone',
  'GET /api/v1/providers': 'everyone',
  'GET /api/v1/providers/:id': 'everyone',
  'GET /api/v1/credentials/:id/report': 'everyone',
  'POST /api/v1/verify': 'everyone',
  'GET /api/v1/backpack': 'themselves',
  'GET /api/v1/backpack/:id': 'holder',

  // the house
  'GET /api/openapi.json': 'everyone',
  'GET /api/v1/status': 'everyone',
  'GET /healthz': 'everyone',
  'GET /readyz': 'everyone',
};

/** Routes without a row, and rows without a route. */
export function compareWithRoutes(
  routes: readonly string[],
  table: Readonly<Record<string, Access>>,
): string[] {
  return [
    ...routes
      .filter((route) => !Object.hasOwn(table, route))
      .map((route) => `nobody said who may come to ${route}`),
    ...Object.keys(table)
      .filter((row) => !routes.includes(row))
      .map((row) => `there is no ${row}`),
  ];
}
