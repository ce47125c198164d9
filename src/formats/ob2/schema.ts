/** The classes of Open Badges 2.0 as schemas, from the tables of the specification ("Class Definitions"). */
import { z } from 'zod';
import { conform } from '../conformance.ts';
import { OPEN_BADGES_2 } from '../contexts/urls.ts';
import type { Conformance, JsonObject } from '../format.ts';
import { isInstant } from '../instants.ts';
import { checkExtensions } from './extensions.ts';

const instant = z.string().refine(isInstant, 'an instant with a time zone');
const context = z.union([
  z.literal(OPEN_BADGES_2),
  z.array(z.unknown()).refine((list) => list.includes(OPEN_BADGES_2)),
]);
const idOrNode = z.union([z.string(), z.looseObject({ id: z.string().optional() })]);

function oneOrMany<T extends z.ZodType>(item: T) {
  return z.union([item, z.array(item)]);
}

function typed(...classes: readonly string[]) {
  return oneOrMany(z.string()).refine(
    (types) => [types].flat().some((type) => classes.includes(type)),
    `a type ${classes.join(' or ')}`,
  );
}

/** "Timestamps" and "Hashing": a hashed identity names its algorithm before a dollar sign. */
const recipient = z
  .looseObject({
    type: oneOrMany(z.string()),
    hashed: z.boolean(),
    identity: z.string(),
    salt: z.string().optional(),
  })
  .refine(({ hashed, identity }) => !hashed || /^(sha256\$[0-9a-f]{64}|md5\$[0-9a-f]{32})$/i.test(identity), {
    message: 'a hash as algorithm$hexadecimal',
    path: ['identity'],
  });

const verification = z.looseObject({
  type: typed('HostedBadge', 'hosted', 'SignedBadge', 'signed'),
  creator: z.string().optional(),
});
const evidence = z.looseObject({ id: z.string().optional(), narrative: z.string().optional() });

export const assertion = z
  .looseObject({
    '@context': context,
    id: z.string(),
    type: typed('Assertion'),
    recipient,
    badge: idOrNode,
    verification: verification.optional(),
    verify: verification.optional(),
    issuedOn: instant,
    expires: instant.optional(),
    image: idOrNode.optional(),
    narrative: z.string().optional(),
    evidence: oneOrMany(z.union([z.string(), evidence])).optional(),
    revoked: z.boolean().optional(),
    revocationReason: z.string().optional(),
  })
  .refine((one) => one.verification !== undefined || one.verify !== undefined, {
    message: 'how it can be verified',
    path: ['verification'],
  });

const alignment = z.looseObject({
  targetName: z.string(),
  targetUrl: z.string(),
  targetDescription: z.string().optional(),
  targetFramework: z.string().optional(),
  targetCode: z.string().optional(),
});

const criteria = z
  .looseObject({ id: z.string().optional(), narrative: z.string().optional() })
  .refine((one) => one.id !== undefined || one.narrative !== undefined, 'an id or a narrative');

export const badgeClass = z.looseObject({
  '@context': context.optional(),
  id: z.string(),
  type: typed('BadgeClass'),
  name: z.string(),
  description: z.string(),
  image: idOrNode,
  criteria: z.union([z.string(), criteria]),
  issuer: idOrNode,
  alignment: oneOrMany(alignment).optional(),
  tags: oneOrMany(z.string()).optional(),
});

/** The specification asks only id and type; every validator also asks the other three. */
export const issuerProfile = z.looseObject({
  '@context': context.optional(),
  id: z.string(),
  type: typed('Issuer', 'Profile'),
  name: z.string(),
  url: z.string(),
  email: z.string(),
});

export function checkOb2Assertion(document: JsonObject): Conformance {
  return conform(assertion, document);
}

export function checkOb2BadgeClass(document: JsonObject): Conformance {
  return conformExtended(badgeClass, document);
}

export function checkOb2Issuer(document: JsonObject): Conformance {
  return conformExtended(issuerProfile, document);
}

/** "Extensions": one that is known keeps its own schema. */
function conformExtended(schema: z.ZodType, document: JsonObject): Conformance {
  const own = conform(schema, document);
  return own.conforms ? checkExtensions(document) : own;
}
