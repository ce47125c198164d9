/** About whom: the reader's expectation against the identifiers in the credential. Only when asked. */
import { type CredentialSummary, type Crypto, matchRecipient } from '../../formats/index.ts';
import type { ExpectedRecipient } from './inquiry.ts';
import { failed, notChecked, passed } from './report.ts';
import type { Check } from './verification.schema.ts';

export async function checkRecipient(
  crypto: Crypto,
  { id, identifiers }: CredentialSummary['recipient'],
  expected: ExpectedRecipient,
): Promise<Check> {
  if (expected.kind === 'id' && id === expected.value) return passed('recipient', { kind: 'id' });
  const types = new Set(
    identifiers
      .map((one) => one.type)
      .filter((type) => (expected.kind === 'email') === (type === 'emailAddress') && type !== 'name'),
  );
  for (const type of types) {
    if (await matchRecipient(crypto, identifiers, { type, value: expected.value }))
      return passed('recipient', { kind: expected.kind, type });
  }
  if (types.size === 0) return notChecked('recipient', 'no-such-identifier', { kind: expected.kind });
  return failed('recipient', 'recipient-differs', { kind: expected.kind });
}
