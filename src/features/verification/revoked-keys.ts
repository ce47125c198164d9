/**
 * A key that was stolen at T. Whoever has it writes any date they like, so no date inside of the file says when it was
 * signed, and none that is asked about helps either. The proof counts only when exactly this file is known here from
 * before T; else nobody can say (DECISIONS 23).
 */
import { type ResolveMethod, readInstant } from '../../formats/index.ts';
import { formatInstant } from '../../platform/clock.ts';
import { digestOfSigned, type Presented } from '../keys/index.ts';
import type { Inquiry } from './inquiry.ts';
import { detailOf } from './report.ts';
import type { CheckDetail } from './verification.schema.ts';

/** Keys that are revoked by now, and the earliest instant that was told of one; an unreadable one is always. */
export type RevokedKeys = { readonly ids: readonly string[]; readonly since: Date | undefined };

/** Undefined for a key that is not revoked, or only later on. */
export function readRevocation(
  { id, revoked }: { readonly id: string; readonly revoked?: string | undefined },
  now: Date,
): RevokedKeys | undefined {
  if (revoked === undefined) return undefined;
  const since = readInstant(revoked);
  return since && since > now ? undefined : { ids: [id], since };
}

/**
 * The formats judge the signature alone, by a key whose revocation they do not see; what it means is decided here, once
 * and for every envelope.
 */
export function setRevocationsAside({ resolver, now }: Pick<Inquiry, 'resolver' | 'now'>): {
  readonly resolveMethod: ResolveMethod;
  readonly revokedMethods: () => RevokedKeys | undefined;
} {
  const seen: RevokedKeys[] = [];
  return {
    resolveMethod: async (request) => {
      const resolved = await resolver.resolveMethod(request);
      if (!resolved.found) return resolved;
      const { revoked, ...method } = resolved.method;
      const revocation = readRevocation(resolved.method, now);
      if (revocation) seen.push(revocation);
      return { found: true, method };
    },
    revokedMethods: () => (seen.length > 0 ? summarise(seen) : undefined),
  };
}

function summarise(seen: readonly RevokedKeys[]): RevokedKeys {
  const instants = seen.map(({ since }) => since?.getTime());
  const isReadable = instants.every((instant) => instant !== undefined);
  return {
    ids: [...new Set(seen.flatMap(({ ids }) => ids))],
    since: isReadable ? new Date(Math.min(...instants)) : undefined,
  };
}

export async function isVouchedFor(
  { house }: Pick<Inquiry, 'house'>,
  presented: Presented,
  { since }: RevokedKeys,
): Promise<boolean> {
  const digest = house && since && digestOfSigned(presented);
  return digest ? await house.wasSignedBefore(digest, since) : false;
}

export function sayRevoked({ ids, since }: RevokedKeys): CheckDetail {
  return detailOf({ revokedKeys: [...ids], keysRevokedAt: since && formatInstant(since) });
}
