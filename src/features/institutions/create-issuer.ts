import type { Tx } from '../../database/index.ts';
import type { Text } from '../../formats/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { createPublicId } from '../../platform/crypto/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { type Issuer, makeDid } from './institution.ts';
import { insertIssuer } from './institutions.store.ts';

export type CreateIssuerDeps = {
  readonly clock: Clock;
  readonly publicUrl: string;
  /** `keys` stands higher on the ladder; an issuer has its keys from the first day (DECISIONS 4). */
  readonly makeKeysFor: (tx: Tx, issuer: Issuer) => Promise<void>;
};

export type NewIssuer = {
  readonly institutionId: string;
  readonly unitId: string | null;
  readonly name: Text;
  /** The operator's DID is the host itself (DECISIONS 3). */
  readonly operator?: boolean;
  /** The name in signed bytes then ends in "(demo)": a file outlives the banner (DECISIONS 16). */
  readonly demo: boolean;
};

export async function createIssuer(deps: CreateIssuerDeps, tx: Tx, input: NewIssuer): Promise<Issuer> {
  const publicId = createPublicId();
  const issuer: Issuer = {
    id: createUuid(),
    institutionId: input.institutionId,
    unitId: input.unitId,
    publicId,
    did: makeDid(deps.publicUrl, input.operator ? [] : ['issuers', publicId]),
    url: `${deps.publicUrl}/issuers/${publicId}`,
    name: input.demo ? markAsDemo(input.name) : input.name,
  };
  await insertIssuer(tx, { ...issuer, name: JSON.stringify(issuer.name), createdAt: deps.clock.now() });
  await deps.makeKeysFor(tx, issuer);
  return issuer;
}

function markAsDemo(name: Text): Text {
  return Object.fromEntries(Object.entries(name).map(([language, text]) => [language, `${text} (demo)`]));
}
