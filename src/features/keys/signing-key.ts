/** Keys of an issuer, each for one purpose (DECISIONS 4), and the life that each has (ADR 0010). Pure. */
import type { SignatureAlgorithm } from '../../formats/index.ts';

export const PURPOSES = {
  'award-ed25519': 'Ed25519',
  'award-p256': 'ES256',
  status: 'Ed25519',
  'award-rsa': 'RS256',
} as const satisfies Record<string, SignatureAlgorithm>;

export type KeyPurpose = keyof typeof PURPOSES;

/** Made with the issuer; the RSA key is made when the first badge for older readers is signed. */
export const FIRST_PURPOSES = ['award-ed25519', 'award-p256', 'status'] as const satisfies KeyPurpose[];

export const ALL_PURPOSES = Object.keys(PURPOSES) as KeyPurpose[]; // Object.keys forgets the literal names

export function isKeyPurpose(text: string): text is KeyPurpose {
  return Object.hasOwn(PURPOSES, text);
}

/** The others come when they are first needed, already active: nobody waits a day to be awarded something. */
export function isOnDemand(purpose: KeyPurpose): boolean {
  return !(FIRST_PURPOSES as readonly KeyPurpose[]).includes(purpose);
}

export type JsonWebKey = {
  readonly kty: string;
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
  readonly n?: string;
  readonly e?: string;
};

export const COMPROMISE_REASONS = ['stolen', 'exposed', 'lost', 'suspected'] as const;
export type CompromiseReason = (typeof COMPROMISE_REASONS)[number];

export type KeyLife = {
  /** Since when it stands in the DID document. */
  readonly publishedAt: Date;
  /** Null: it has not signed yet. */
  readonly activeFrom: Date | null;
  readonly activeUntil: Date | null;
  /** From when on others may have been able to sign with it. */
  readonly compromisedAt: Date | null;
};

export type PublicKey = KeyLife & {
  readonly issuerId: string;
  readonly purpose: KeyPurpose;
  readonly kid: string;
  /** Absolute DID URL; Ed25519 has its multibase key as fragment. */
  readonly verificationMethod: string;
  readonly publicJwk: JsonWebKey;
  readonly compromiseReason: CompromiseReason | null;
};

export type KeyState = 'pre-published' | 'active' | 'verify-only' | 'compromised';

export function stateOf({ activeFrom, activeUntil, compromisedAt }: KeyLife): KeyState {
  if (compromisedAt) return 'compromised';
  if (!activeFrom) return 'pre-published';
  return activeUntil ? 'verify-only' : 'active';
}

export type KeyPolicy = {
  /** How long a key signs (NIST SP 800-57: one to two years). */
  readonly periodMs: Readonly<Record<KeyPurpose, number>>;
  /** How long a key is published before it signs: longer than caches keep a DID document. */
  readonly leadMs: number;
};

const DAY_MS = 86_400_000;

/**
 * The policy of an installation from its configuration: one number of days for all, or some by name.
 * @throws TypeError for a purpose that does not exist
 */
export function composeKeyPolicy(settings: {
  readonly periodDays: Readonly<Record<string, number>>;
  readonly leadHours: number;
}): KeyPolicy {
  const { '': general = 365, ...named } = settings.periodDays;
  const strange = Object.keys(named).find((name) => !isKeyPurpose(name));
  if (strange !== undefined) throw new TypeError(`KEY_PERIOD_DAYS: there is no purpose "${strange}"`);
  const days = (purpose: KeyPurpose) => (named[purpose] ?? general) * DAY_MS;
  return {
    periodMs: {
      'award-ed25519': days('award-ed25519'),
      'award-p256': days('award-p256'),
      status: days('status'),
      'award-rsa': days('award-rsa'),
    },
    leadMs: settings.leadHours * 3_600_000,
  };
}

/** When a pre-published key may sign: readers who keep the DID document for a while know it by then. */
export function ripeAt(key: KeyLife, { leadMs }: KeyPolicy): Date {
  return new Date(key.publishedAt.getTime() + leadMs);
}

/** When the active key is due to be followed by another. */
export function dueAt(key: KeyLife & { readonly purpose: KeyPurpose }, policy: KeyPolicy): Date | undefined {
  return key.activeFrom ? new Date(key.activeFrom.getTime() + policy.periodMs[key.purpose]) : undefined;
}

/**
 * What the calendar asks for, of the keys of one issuer and purpose. A key is pre-published a day early, because the
 * calendar is looked at once a day; whoever pre-published one by hand meant it to sign as soon as it may.
 */
export function decideStep(
  keys: readonly (KeyLife & { readonly purpose: KeyPurpose })[],
  policy: KeyPolicy,
  now: Date,
): 'publish' | 'activate' | undefined {
  const waiting = keys.find((key) => stateOf(key) === 'pre-published');
  if (waiting) return ripeAt(waiting, policy) <= now ? 'activate' : undefined;
  const active = keys.find((key) => stateOf(key) === 'active');
  const due = active && dueAt(active, policy);
  if (!due) return undefined;
  return due.getTime() - policy.leadMs - DAY_MS <= now.getTime() ? 'publish' : undefined;
}
