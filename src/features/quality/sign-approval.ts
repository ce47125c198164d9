import type { Tx } from '../../database/index.ts';
import {
  addressOfDefinition,
  addressOfFacts,
  type Crypto,
  composeApproval,
  secureAsJwt,
} from '../../formats/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { formatInstant } from '../../platform/clock.ts';
import { createPublicId, sha256 } from '../../platform/crypto/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { type findProposal, inLanguage } from '../designs/index.ts';
import { composeIssuerFacts, findInstitution, findIssuerOfUnit } from '../institutions/index.ts';
import { type GetSigner, recordSigned } from '../keys/index.ts';
import type { Cycle } from './cycle.ts';
import { type Condition, insertDecision } from './decisions.store.ts';
import type { PolicyPack } from './pack.schema.ts';
import { addressOfPack, bytesOfPack } from './public-pack.ts';
import { nameOf } from './rules.ts';

export type ApproveDeps = {
  readonly publicUrl: string;
  readonly crypto: Crypto;
  readonly getSigner: GetSigner;
};

export type Approval = {
  readonly cycle: Cycle;
  readonly proposal: NonNullable<Awaited<ReturnType<typeof findProposal>>>;
  readonly pack: PolicyPack;
  readonly outcome: 'approved' | 'approved-conditional';
  readonly body: 'expert' | 'committee';
  readonly conditions: readonly Condition[];
  readonly decidedBy: string;
  readonly at: Date;
};

/** What a person without the software reads of it. */
const WORDS = {
  en: {
    name: 'Quality approval',
    by: {
      committee: 'Approved by the microcredentials committee',
      expert: 'Signed off by an education expert',
    },
    under: 'under',
  },
  nl: {
    name: 'Kwaliteitsgoedkeuring',
    by: {
      committee: 'Goedgekeurd door de microcredentialcommissie',
      expert: 'Afgetekend door een onderwijskundige',
    },
    under: 'volgens',
  },
} as const;

/** Signs the approval of exactly these bytes in the institution's own name, and keeps it. */
export async function signApproval(deps: ApproveDeps, tx: Tx, approval: Approval): Promise<void> {
  const { cycle, proposal, pack, at } = approval;
  const institution = await findInstitution(tx, cycle.institutionId);
  const issuer = await findIssuerOfUnit(tx, cycle.institutionId, null);
  if (!institution || !issuer) throw new Error(`institution ${cycle.institutionId} has no issuer`);
  const publicId = createPublicId();
  const url = `${deps.publicUrl}/approvals/${publicId}`;
  const language = institution.defaultLanguage;
  const words = WORDS[language];
  const packUrl = `${deps.publicUrl}${addressOfPack(institution.slug, nameOf(pack), dayIn(institution.timeZone, at))}`;
  const document = composeApproval({
    id: url,
    issuer: composeIssuerFacts(institution, issuer, issuer),
    language,
    name: words.name,
    comment: `${words.by[approval.body]}, ${words.under} ${inLanguage(pack.name, language, 'en')} (${nameOf(pack)}).`,
    version: proposal.version.url,
    validFrom: formatInstant(at),
    resources: [
      { id: addressOfFacts(proposal.version.url), sha256: toHex(proposal.version.factsHash) },
      ...proposal.documents
        .filter(({ format }) => format === 'achievement')
        .map((one) => ({
          id: addressOfDefinition(proposal.version.url, one.language),
          sha256: toHex(sha256(Buffer.from(one.bytes))),
        })),
      { id: packUrl, sha256: toHex(sha256(bytesOfPack(pack))) },
    ],
  });
  const signer = await deps.getSigner(tx, issuer, 'award-p256');
  const signed = await secureAsJwt(document, { signer, crypto: deps.crypto, created: formatInstant(at) });
  await recordSigned(tx, [{ institutionId: cycle.institutionId, bytes: signed, signedAt: at }]);
  await insertDecision(tx, {
    id: createUuid(),
    publicId,
    institutionId: cycle.institutionId,
    issuerId: issuer.id,
    cycleId: cycle.id,
    round: cycle.round,
    designId: cycle.designId,
    versionId: proposal.version.id,
    factsHash: Buffer.from(proposal.version.factsHash),
    outcome: approval.outcome,
    body: approval.body,
    pack: nameOf(pack),
    conditions: JSON.stringify(approval.conditions),
    url,
    document: signed,
    decidedBy: approval.decidedBy,
    decidedAt: at,
  });
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
