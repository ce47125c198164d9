/** What the pages about one's own account carry over the wire. Browser-safe. */
import { z } from 'zod';

const textSchema = z.record(z.string(), z.string());

const identitySchema = z.object({
  id: z.string(),
  /** `gone`: nobody can sign in through its provider any more. */
  kind: z.enum(['learner', 'institution', 'email', 'gone']),
  provider: textSchema.nullable(),
  /** A link that proves once more who one is; `returnTo` may be added. */
  prove: z.string().nullable(),
  /** The address, or the host of a provider that is gone. */
  label: z.string().nullable(),
  /** As it was stated last. */
  name: z.string().nullable(),
  assurance: z.array(z.string()),
  linkedAt: z.string(),
  lastUsedAt: z.string(),
  /** The institution says that the account ends then. */
  until: z.string().nullable(),
});

export const accountSchema = z.object({
  name: z.string(),
  /** The last proof of who they are is at most ten minutes old. */
  isFresh: z.boolean(),
  /** Institutions that state this very name. */
  vouchers: z.array(identitySchema),
  statedNames: z.array(identitySchema),
  history: z.array(
    z.object({
      oldName: z.string(),
      newName: z.string(),
      source: z.enum(['holder', 'institution', 'merge']),
      at: z.string(),
    }),
  ),
  addresses: z.array(
    z.object({
      id: z.string(),
      address: z.string(),
      /** Letters go there. */
      primary: z.boolean(),
      verifiedAt: z.string(),
      /** A code sent to it signs in. */
      opensAccount: z.boolean(),
    }),
  ),
});

export const waysInSchema = z.object({
  isFresh: z.boolean(),
  passkeysWork: z.boolean(),
  identities: z.array(identitySchema),
  passkeys: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      backedUp: z.boolean(),
      createdAt: z.string(),
      lastUsedAt: z.string().nullable(),
    }),
  ),
  /** Providers that are not linked yet. */
  others: z.array(
    z.object({
      id: z.string(),
      name: textSchema,
      kind: z.enum(['learner', 'institution']),
      start: z.string(),
    }),
  ),
  /** A colleague allows a new passkey in place of those that were lost; one for each institution. */
  resets: z.array(
    z.object({
      institution: textSchema,
      until: z.string(),
      /** It was shown in this session, just now. */
      shown: z.boolean(),
      /** By a code to this address, or by signing in there once more. */
      address: z.string().nullable(),
      prove: z.string().nullable(),
    }),
  ),
  sessions: z.array(
    z.object({
      id: z.string(),
      /** `learner`, the slug of an institution, `email` or `passkey`. */
      way: z.string(),
      wayName: textSchema.nullable(),
      since: z.string(),
      seenAt: z.string(),
      current: z.boolean(),
    }),
  ),
});

export const mergeOfferSchema = z.object({
  myName: z.string(),
  otherName: z.string(),
  until: z.string(),
  moves: z.object({
    badges: z.number(),
    identities: z.number(),
    addresses: z.number(),
    passkeys: z.number(),
    institutions: z.array(textSchema),
  }),
});

export const mergeChoiceSchema = z.object({ name: z.enum(['mine', 'other']) });
export const stayNoticeSchema = z.object({ ask: z.boolean(), until: z.string().nullable() });
export const ownIdSchema = z.object({ id: z.uuid() });

export const passkeyStartSchema = z.object({ purpose: z.enum(['register', 'sign-in', 'prove']) });

const base64url = z
  .string()
  .min(1)
  .max(8_000)
  .regex(/^[\w-]+$/);

/** PublicKeyCredential as JSON (WebAuthn Level 3, 5.1), as far as it is read here. */
export const passkeyRegistrationSchema = z.object({
  name: z.string().max(100),
  response: z.object({
    id: base64url,
    rawId: base64url,
    type: z.literal('public-key'),
    clientExtensionResults: z.object({}).default({}),
    response: z.object({
      clientDataJSON: base64url,
      attestationObject: base64url,
      transports: z
        .array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']))
        .optional(),
    }),
  }),
});

export const passkeyUseSchema = z.object({
  response: z.object({
    id: base64url,
    rawId: base64url,
    type: z.literal('public-key'),
    clientExtensionResults: z.object({}).default({}),
    response: z.object({
      clientDataJSON: base64url,
      authenticatorData: base64url,
      signature: base64url,
      userHandle: z.string().max(200).optional(),
    }),
  }),
});

export type AccountView = z.output<typeof accountSchema>;
export type WaysInView = z.output<typeof waysInSchema>;
