/** What an issuer's DID document was, and when. Pure. */
import { formatInstant } from '../../platform/clock.ts';

export type DidHistory = {
  readonly did: string;
  readonly versions: readonly {
    readonly version: number;
    /** From when on it was served; `?versionTime=` picks the one of an instant (DID Core 1.0, section 3.2.1). */
    readonly published: string;
    /** Of its bytes, as its address gives them, in hexadecimal. */
    readonly sha256: string;
    readonly url: string;
  }[];
};

type Version = { readonly version: number; readonly publishedAt: Date; readonly digest: Uint8Array };

export function composeDidHistory(
  issuer: { readonly did: string; readonly url: string },
  versions: readonly Version[],
): DidHistory {
  return {
    did: issuer.did,
    versions: versions.map(({ version, publishedAt, digest }) => ({
      version,
      published: formatInstant(publishedAt),
      sha256: Buffer.from(digest).toString('hex'),
      url: `${issuer.url}/did.json?versionId=${version}`,
    })),
  };
}
