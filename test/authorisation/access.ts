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

  // institutions
  'GET /api/v1/institution': 'designs.read',
  'GET /api/v1/members': 'members.read',
  'PATCH /api/v1/members/:id': 'members.manage@place',
  'POST /api/v1/members/:id/remove': 'members.manage@place',
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

  // keys, status
  'GET /issuers/:id': 'everyone',
  'GET /issuers/:id/did.json': 'everyone',
  'GET /issuers/:id/jwks.json': 'everyone',
  'GET /issuers/:id/keys/:kid': 'everyone',
  'GET /.well-known/did.json': 'everyone',
  'GET /status/:id': 'everyone',

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
  'GET /backpack/:award/download.:extension': 'holder',

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
