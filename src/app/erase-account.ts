import { type Reader, readReader, requireFreshProof } from '../features/accounts/index.ts';
import type { Actor } from '../features/audit/index.ts';
import { leadsAlone } from '../features/institutions/index.ts';
import { composeMessageId, renderLetter } from '../platform/mail/index.ts';
import type { Deps } from './deps.ts';
import { writeErasedLetter } from './erase-account.mail.ts';
import { leadsAnInstitution } from './person-data.problems.ts';
import { eraseEverywhere } from './person-data.ts';

export type EraseDeps = Pick<Deps, 'database' | 'clock' | 'mailer' | 'publicUrl' | 'log'>;

/**
 * The person goes, in every room, in one transaction. What institutions must keep stays without them, status lists
 * and audit entries stay as they are, and offers that nobody claimed wait for whoever reads the address.
 *
 * @throws Problem 403 when it is long ago that they proved who they are, 409 for the last administrator of an institution, which nobody could help any more
 */
export async function eraseAccount(deps: EraseDeps, actor: Actor): Promise<void> {
  const { personId } = requireFreshProof(deps, actor);
  const led = await leadsAlone(deps, personId);
  if (led.length > 0) throw leadsAnInstitution(led.map(({ name }) => name.en ?? name.nl ?? ''));
  const now = deps.clock.now();
  const reader = await deps.database.asCustodian({ person: personId }, async (tx) => {
    const known = await readReader(tx, personId);
    await eraseEverywhere(tx, personId, now);
    return known;
  });
  if (reader) await tellThem(deps, reader, personId);
}

/** Sent at once, for nobody knows the address any more; that it could not be sent undoes nothing. */
async function tellThem(deps: EraseDeps, { addresses, language }: Reader, personId: string): Promise<void> {
  const [to] = addresses;
  if (!to) return;
  const { host, hostname } = new URL(deps.publicUrl);
  const { subject, content } = writeErasedLetter({ language, host });
  try {
    const messageId = composeMessageId(`account-erased ${personId}`, hostname);
    await deps.mailer.send({ to, subject, ...(await renderLetter(content)), messageId });
  } catch {
    deps.log.warn({ personId }, 'the last letter to a person who was erased could not be sent');
  }
}
