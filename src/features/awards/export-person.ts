import type { Tx } from '../../database/index.ts';
import { listRecipients } from './awards.store.ts';
import { listHeldAwards } from './held-awards.store.ts';

/** Everything that institutions wrote about them, in every state. */
export async function exportPerson(tx: Tx, personId: string): Promise<Record<string, unknown>> {
  const awards = await listHeldAwards(tx, personId);
  const recipients = new Map(
    (
      await listRecipients(
        tx,
        awards.map(({ id }) => id),
      )
    ).map((one) => [one.awardId, one]),
  );
  return {
    awards: awards.map((award) => {
      const recipient = recipients.get(award.id);
      return {
        id: award.id,
        institutionId: award.institutionId,
        state: award.state,
        url: award.url,
        language: award.language,
        awardedOn: award.awardedOn,
        expiresOn: award.expiresOn,
        result: award.result,
        evidence: award.evidence,
        narrative: award.narrative,
        reference: award.reference,
        audience: award.audience,
        audienceBy: award.audienceBy,
        grantedAt: award.grantedAt,
        claimedAt: award.claimedAt,
        revokedAt: award.revokedAt,
        revocationReason: award.revocationReason,
        revocationNote: award.revocationNote,
        recipient: recipient && {
          name: recipient.name,
          nameSource: recipient.nameSource,
          email: recipient.email,
          identifier: recipient.identifier,
        },
      };
    }),
  };
}
