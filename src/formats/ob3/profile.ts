/** An issuer as an Open Badges 3.0 Profile: what `/issuers/{id}` serves and every credential embeds. */
import type { IssuerFacts, Language } from '../facts.ts';
import type { JsonObject } from '../format.ts';
import { omitAbsent, sayIn } from '../texts.ts';

export function composeProfile(issuer: IssuerFacts, language: Language): JsonObject {
  const { address, parent } = issuer;
  return omitAbsent({
    id: issuer.did,
    type: ['Profile'],
    name: sayIn(issuer.name, language),
    url: issuer.url,
    email: issuer.email,
    address: omitAbsent({
      type: ['Address'],
      addressCountryCode: address.country,
      addressRegion: address.region,
      addressLocality: address.locality,
      postalCode: address.postalCode,
      streetAddress: address.street,
    }),
    otherIdentifier: issuer.identifiers.map(({ scheme, value }) => ({
      type: 'IdentifierEntry',
      identifier: value,
      identifierType: extend(scheme),
    })),
    parentOrg: parent && {
      id: parent.did,
      type: ['Profile'],
      name: sayIn(parent.name, language),
      url: parent.url,
    },
  });
}

/**
 * The same node as the credential's issuer, so nothing but its name in the graph: what stood here again could
 * be left out of the issuer without breaking the signature.
 */
export function composeCreator(issuer: IssuerFacts): JsonObject {
  return { id: issuer.did, type: ['Profile'] };
}

/** IdentifierTypeEnum is extended with `ext:` and letters, digits, dot, dash and underscore. */
export function extend(scheme: string): string {
  return `ext:${scheme.replace(/[^A-Za-z0-9._-]/g, '-')}`;
}
