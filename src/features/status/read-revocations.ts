import type { Tx } from '../../database/index.ts';
import { composeIdList, composeOb2RevocationList, type JsonObject } from '../../formats/index.ts';
import { findIssuer } from '../institutions/index.ts';
import { listRevoked } from './listings.store.ts';

/**
 * Whom of an issuer's credentials is revoked, by id: for signed badges of Open Badges 2.0, or 1EdTech's list of
 * Open Badges 3.0. Only credentials whose own document names the list stand in it. Undefined: no such issuer.
 */
export async function readRevocations(
  tx: Tx,
  publicId: string,
  older: boolean,
): Promise<JsonObject | undefined> {
  const issuer = await findIssuer(tx, { publicId });
  if (!issuer) return undefined;
  return older
    ? composeOb2RevocationList(issuer, await listRevoked(tx, issuer.id, 'ob2-signed'))
    : composeIdList(issuer, await listRevoked(tx, issuer.id, '1edtech'));
}
