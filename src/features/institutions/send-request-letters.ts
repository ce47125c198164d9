import { composeMessageId, type Mailer, MailRefusal, renderLetter } from '../../platform/mail/index.ts';
import type { OrganisationDeps } from './organisation-deps.ts';
import { writeReceipt, writeRefusal } from './requests.mail.ts';
import { findRequest } from './requests.store.ts';

type LetterDeps = Pick<OrganisationDeps, 'database' | 'publicUrl'> & { readonly mailer: Mailer };

export async function sendRequestReceipt(deps: LetterDeps, input: { requestId: string }): Promise<void> {
  const request = await deps.database.asWorker(null, (tx) => findRequest(tx, input.requestId));
  if (!request?.contactAddress || request.state !== 'waiting') return;
  await send(deps, {
    to: request.contactAddress,
    key: `institution-requested ${request.id}`,
    ...writeReceipt(request.language, deps.publicUrl),
  });
}

export async function sendRequestRefusal(deps: LetterDeps, input: { requestId: string }): Promise<void> {
  const request = await deps.database.asWorker(null, (tx) => findRequest(tx, input.requestId));
  if (!request?.contactAddress || !request.reason) return;
  const { name: institution, reason } = request;
  await send(deps, {
    to: request.contactAddress,
    key: `institution-request-declined ${request.id}`,
    ...writeRefusal(request.language, { institution, reason }),
  });
}

async function send(
  deps: LetterDeps,
  letter: { readonly to: string; readonly key: string } & ReturnType<typeof writeReceipt>,
): Promise<void> {
  try {
    await deps.mailer.send({
      to: letter.to,
      subject: letter.subject,
      ...(await renderLetter(letter.content)),
      messageId: composeMessageId(letter.key, new URL(deps.publicUrl).hostname),
    });
  } catch (error) {
    // An address that no server takes gets no letter later either.
    if (error instanceof MailRefusal && error.reason !== 'mail.deferred') return;
    throw error;
  }
}
