/** Further OpenID Connect providers with which learners sign in, as whoever runs the installation writes them down. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What an address of ours means already by these words; an institution cannot be called so either. */
const WORDS_OF_THE_HOUSE = ['learner', 'operator', 'email', 'passkey'];

const line = z.string().trim().min(1).max(200);

const providerSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is written in small letters, digits and hyphens')
    .max(60)
    .refine((id) => !WORDS_OF_THE_HOUSE.includes(id), 'is a word of the house'),
  name: z.strictObject({ en: line, nl: line }),
  issuer: z.url({ protocol: /^https?$/ }),
  clientId: line,
  clientSecret: z.string().min(1),
  /** Beyond `openid`. */
  scopes: z
    .array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/, 'is no scope (RFC 6749 §3.3)'))
    .default(['profile', 'email']),
});

const providersSchema = z.array(providerSchema).superRefine((providers, issue) => {
  for (const field of ['id', 'issuer'] as const)
    for (const [at, one] of providers.entries())
      if (providers.findIndex((other) => other[field] === one[field]) < at)
        issue.addIssue({ code: 'custom', path: [at, field], message: 'is there already' });
});

export type OtherProvider = z.output<typeof providerSchema>;

/**
 * @param text JSON, or the path of a file with JSON
 * @returns those without a fault when there is none; else the faults, which never repeat a secret
 */
export function readOtherProviders(text: string): {
  readonly providers: readonly OtherProvider[];
  readonly faults: readonly string[];
} {
  let written: unknown;
  try {
    written = JSON.parse(/^\s*[[{]/.test(text) ? text : readFileSync(text, 'utf8'));
  } catch (error) {
    // What JSON.parse says quotes the text, and the text holds secrets.
    const isMissing = error instanceof Error && 'code' in error;
    return { providers: [], faults: [isMissing ? `cannot read the file ${text}` : 'is no JSON'] };
  }
  const parsed = providersSchema.safeParse(written);
  if (parsed.success) return { providers: parsed.data, faults: [] };
  const faults = parsed.error.issues.map(({ path, message }) => `/${path.join('/')} ${message}`);
  return { providers: [], faults };
}
