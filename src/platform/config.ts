/**
 * The only reader of the environment. Each key has a name, a default and a sentence; `docs/configuration.md`
 * is generated from this table, and all faults are told together at boot.
 */
import { z } from 'zod';
import { type OtherProvider, readOtherProviders } from './other-providers.ts';

type Key = { readonly schema: z.ZodType; readonly fallback: string; readonly sentence: string };

const port = z.coerce.number().int().min(0).max(65535);
const onOff = z.enum(['on', 'off']);
const url = z.url({ protocol: /^https?$/ });

export const KEYS = {
  PORT: { schema: port, fallback: '3000', sentence: 'TCP port of the server.' },
  HOST: { schema: z.string().min(1), fallback: '127.0.0.1', sentence: 'Address it listens on.' },
  PUBLIC_URL: {
    schema: url.optional(),
    fallback: 'http://localhost:$PORT',
    sentence:
      'Origin under which people and verifiers reach this installation. It is written into every id that is signed; a change adds an origin and rewrites nothing.',
  },
  DATABASE_URL: {
    schema: z
      .string()
      .regex(/^postgres(ql)?:\/\//)
      .optional(),
    fallback: 'unset: embedded PostgreSQL under DATA_DIR',
    sentence:
      'Any PostgreSQL from version 15. The login must be able to create roles, or be a member of the roles that a superuser has prepared.',
  },
  DATABASE_CONNECTIONS: {
    schema: z.coerce.number().int().min(2).max(200),
    fallback: '12',
    sentence: 'Connections the server keeps open.',
  },
  DATA_DIR: {
    schema: z.string().min(1),
    fallback: './data',
    sentence: 'Folder for the embedded database, uploaded images and the master key.',
  },
  DEMO: {
    schema: z.enum(['on', 'off', 'public']).optional(),
    fallback: 'on when DATABASE_URL is unset and HOST is a loopback address, else off',
    sentence:
      'Loads the demonstration into an empty database and opens the embedded identity provider. `public` is needed for another HOST than loopback.',
  },
  VC_API: {
    schema: onOff,
    fallback: 'off',
    sentence:
      'The conformance harness under /vc-api, for the test suites of the W3C: whoever reaches the server can have anything signed by keys that are made at the start, told on standard output and forgotten at the end. Nothing of the installation is read or written.',
  },
  LOG_LEVEL: {
    schema: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']),
    fallback: 'info',
    sentence: 'Lowest level that is logged.',
  },
  MASTER_KEY: {
    schema: z
      .string()
      .regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits')
      .optional(),
    fallback: 'unset: the file secrets/master.key under DATA_DIR, made at the first start',
    sentence:
      'Seals the private signing keys in the database (AES-256-GCM). Keep a copy apart from the database.',
  },
  KEY_STORE: {
    schema: z.enum(['sealed', 'pkcs11', 'kms']),
    fallback: 'sealed',
    sentence:
      'Where new signing keys are made: sealed in the database, in a PKCS#11 token, or in a key management service. Keys that are elsewhere go on signing there until they are rotated.',
  },
  PKCS11_MODULE: {
    schema: z.string().min(1).optional(),
    fallback: 'unset',
    sentence: "Path of the PKCS#11 library of the token's maker.",
  },
  PKCS11_TOKEN: { schema: z.string().min(1).optional(), fallback: 'unset', sentence: 'Label of the token.' },
  PKCS11_PIN: {
    schema: z.string().min(1).optional(),
    fallback: 'unset',
    sentence: 'PIN of the user of the token.',
  },
  KMS_URL: {
    schema: url.optional(),
    fallback: 'unset',
    sentence:
      'Address of a key management service, https unless it is on this machine; docs/operating.md says which three requests it answers.',
  },
  KMS_TOKEN: {
    schema: z.string().min(1).optional(),
    fallback: 'unset',
    sentence: 'Bearer token for that service.',
  },
  KEY_PERIOD_DAYS: {
    schema: z
      .string()
      .regex(
        /^[1-9]\d{0,3}$|^[a-z0-9-]+=[1-9]\d{0,3}(,[a-z0-9-]+=[1-9]\d{0,3})*$/,
        'must be a number of days, or purpose=days,…',
      ),
    fallback: '365',
    sentence:
      'How long a signing key signs before the next one does. A number of days for all, or by purpose: `award-ed25519=365,award-p256=365,status=90,award-rsa=730`; a purpose that is not named has 365.',
  },
  KEY_LEAD_HOURS: {
    schema: z.coerce.number().int().min(0).max(720),
    fallback: '24',
    sentence:
      'How long a new key stands in the DID document before it signs: at least as long as readers keep that document.',
  },
  MAIL_URL: {
    schema: z
      .string()
      .regex(/^smtps?:\/\//)
      .optional(),
    fallback: 'unset: letters are kept in memory and shown at /dev/mail',
    sentence: 'SMTP server for letters: smtp://user:password@host:587.',
  },
  MAIL_FROM: {
    schema: z.string().min(3),
    fallback: 'Waarmerk <no-reply@localhost>',
    sentence: 'Sender of letters.',
  },
  STORAGE: {
    schema: z.enum(['fs', 's3']),
    fallback: 'fs',
    sentence: 'Where uploaded images are kept: files under DATA_DIR, or an S3 bucket.',
  },
  S3_ENDPOINT: {
    schema: url.optional(),
    fallback: 'unset',
    sentence: 'Address of the S3 service, path style: https://s3.example.org.',
  },
  S3_BUCKET: { schema: z.string().min(1).optional(), fallback: 'unset', sentence: 'Name of the bucket.' },
  S3_REGION: { schema: z.string().min(1), fallback: 'auto', sentence: 'Region of the bucket.' },
  S3_ACCESS_KEY_ID: {
    schema: z.string().min(1).optional(),
    fallback: 'unset',
    sentence: 'Access key of the bucket.',
  },
  S3_SECRET_ACCESS_KEY: {
    schema: z.string().min(1).optional(),
    fallback: 'unset',
    sentence: 'Secret of the bucket.',
  },
  LEARNER_OIDC_ISSUER: {
    schema: url.optional(),
    fallback: 'unset: the embedded provider when DEMO is on',
    sentence: "OpenID Connect issuer with which learners sign in, such as eduID's.",
  },
  LEARNER_OIDC_CLIENT_ID: {
    schema: z.string().min(1).optional(),
    fallback: 'unset',
    sentence: 'Our client id at that issuer.',
  },
  LEARNER_OIDC_CLIENT_SECRET: {
    schema: z.string().min(1).optional(),
    fallback: 'unset',
    sentence: 'Our secret at that issuer.',
  },
  LEARNER_OIDC_NAME: {
    schema: z.string().min(1),
    fallback: 'eduID',
    sentence: 'What the button calls that issuer.',
  },
  LEARNER_PROVIDERS: {
    schema: z.string().min(2).optional(),
    fallback: 'unset: no further ones',
    sentence:
      'Further OpenID Connect providers for learners: JSON, or the path of a file with it. A list of `{ id, name: { en, nl }, issuer, clientId, clientSecret, scopes? }`; the redirect address is `PUBLIC_URL/auth/callback/{id}`. Addresses that such a provider says it verified are believed, its names count as what the person says, and its identifiers of institutions are not read.',
  },
} as const satisfies Record<string, Key>;

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly databaseUrl: string | undefined;
  readonly databaseConnections: number;
  readonly dataDirectory: string;
  readonly demo: 'on' | 'off' | 'public';
  readonly vcApi: boolean;
  readonly logLevel: string;
  readonly masterKey: string | undefined;
  readonly keyStore: {
    readonly current: 'sealed' | 'pkcs11' | 'kms';
    readonly pkcs11: { readonly module: string; readonly token: string; readonly pin: string } | undefined;
    readonly kms: { readonly url: string; readonly token: string } | undefined;
  };
  /** Days by purpose; the empty name is for all that are not named. */
  readonly keyLife: { readonly periodDays: Readonly<Record<string, number>>; readonly leadHours: number };
  readonly mail: { readonly url: string | undefined; readonly from: string };
  readonly storage:
    | { readonly kind: 'fs' }
    | {
        readonly kind: 's3';
        readonly endpoint: string;
        readonly bucket: string;
        readonly region: string;
        readonly accessKeyId: string;
        readonly secretAccessKey: string;
      };
  readonly learnerProvider:
    | {
        readonly issuer: string;
        readonly clientId: string;
        readonly clientSecret: string;
        readonly name: string;
      }
    | undefined;
  readonly otherProviders: readonly OtherProvider[];
};

export class BadConfiguration extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(
      `The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
    this.name = 'BadConfiguration';
    this.faults = faults;
  }
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const schema = z.object(Object.fromEntries(Object.entries(KEYS).map(([name, key]) => [name, key.schema])));

/**
 * @param environment name → text; an empty text counts as unset
 * @throws BadConfiguration with all faults
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(KEYS).map(([name, key]) => [
      name,
      environment[name] || (key.schema.safeParse(undefined).success ? undefined : key.fallback),
    ]),
  );
  const parsed = schema.safeParse(given);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`);
  // The schema above is built from a table, so its inferred type is lost; this names it again.
  const value = (parsed.success ? parsed.data : given) as Record<keyof typeof KEYS, never>;
  const config = compose(value, faults);
  if (faults.length > 0) throw new BadConfiguration(faults);
  return config;
}

/** The environment of this process, read here and nowhere else. */
export function readEnvironment(): Config {
  return readConfig(process.env);
}

function compose(value: Record<keyof typeof KEYS, never>, faults: string[]): Config {
  const loopback = LOOPBACK.has(value.HOST);
  const demo = value.DEMO ?? (value.DATABASE_URL === undefined && loopback ? 'on' : 'off');
  if (demo === 'on' && !loopback)
    faults.push(
      'DEMO: "on" with another HOST than loopback opens sign-in without a password to the network; say DEMO=public if that is meant',
    );
  const publicUrl = (value.PUBLIC_URL ?? `http://localhost:${value.PORT}`) as string;
  if (parsesAsUrl(publicUrl) && new URL(publicUrl).origin !== publicUrl.replace(/\/$/, ''))
    faults.push('PUBLIC_URL: must be an origin, without a path');
  return {
    port: value.PORT,
    host: value.HOST,
    publicUrl: publicUrl.replace(/\/$/, ''),
    databaseUrl: value.DATABASE_URL,
    databaseConnections: value.DATABASE_CONNECTIONS,
    dataDirectory: value.DATA_DIR,
    demo,
    vcApi: (value.VC_API as string) === 'on',
    logLevel: value.LOG_LEVEL,
    masterKey: value.MASTER_KEY,
    keyStore: composeKeyStore(value, faults),
    keyLife: { periodDays: readDays(value.KEY_PERIOD_DAYS), leadHours: value.KEY_LEAD_HOURS },
    mail: { url: value.MAIL_URL, from: value.MAIL_FROM },
    storage: composeStorage(value, faults),
    learnerProvider: composeLearnerProvider(value, faults),
    otherProviders: composeOtherProviders(value, faults),
  };
}

/** A store is configured whole or not at all; the one where new keys are made has to be. */
function composeKeyStore(value: Record<keyof typeof KEYS, never>, faults: string[]): Config['keyStore'] {
  const needs = {
    pkcs11: ['PKCS11_MODULE', 'PKCS11_TOKEN', 'PKCS11_PIN'],
    kms: ['KMS_URL', 'KMS_TOKEN'],
  } as const;
  const isMeant = (kind: keyof typeof needs) =>
    value.KEY_STORE === kind || needs[kind].some((name) => value[name] !== undefined);
  for (const [kind, names] of Object.entries(needs) as [keyof typeof needs, readonly (keyof typeof KEYS)[]][])
    if (isMeant(kind))
      for (const name of names.filter((one) => value[one] === undefined))
        faults.push(`${name}: is needed for the key store ${kind}`);
  const kmsUrl: string | undefined = value.KMS_URL;
  if (kmsUrl && parsesAsUrl(kmsUrl) && !isPrivateChannel(new URL(kmsUrl)))
    faults.push('KMS_URL: must be https, for its token and every key depend on it');
  return {
    current: value.KEY_STORE,
    pkcs11: isMeant('pkcs11')
      ? { module: value.PKCS11_MODULE, token: value.PKCS11_TOKEN, pin: value.PKCS11_PIN }
      : undefined,
    kms: isMeant('kms') ? { url: value.KMS_URL, token: value.KMS_TOKEN } : undefined,
  };
}

function isPrivateChannel({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || LOOPBACK.has(hostname) || hostname === '[::1]';
}

/** `365`, or `status=90,award-rsa=730`. */
function readDays(text: string): Record<string, number> {
  return Object.fromEntries(
    text.split(',').map((part) => {
      const [days = '', name = ''] = part.split('=').reverse();
      return [name, Number(days)];
    }),
  );
}

function composeStorage(value: Record<keyof typeof KEYS, never>, faults: string[]): Config['storage'] {
  if (value.STORAGE !== 's3') return { kind: 'fs' };
  for (const name of ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const) {
    if (value[name] === undefined) faults.push(`${name}: is needed when STORAGE is s3`);
  }
  return {
    kind: 's3',
    endpoint: value.S3_ENDPOINT,
    bucket: value.S3_BUCKET,
    region: value.S3_REGION,
    accessKeyId: value.S3_ACCESS_KEY_ID,
    secretAccessKey: value.S3_SECRET_ACCESS_KEY,
  };
}

function composeLearnerProvider(
  value: Record<keyof typeof KEYS, never>,
  faults: string[],
): Config['learnerProvider'] {
  if (value.LEARNER_OIDC_ISSUER === undefined) return undefined;
  for (const name of ['LEARNER_OIDC_CLIENT_ID', 'LEARNER_OIDC_CLIENT_SECRET'] as const) {
    if (value[name] === undefined) faults.push(`${name}: is needed when LEARNER_OIDC_ISSUER is set`);
  }
  return {
    issuer: value.LEARNER_OIDC_ISSUER,
    clientId: value.LEARNER_OIDC_CLIENT_ID,
    clientSecret: value.LEARNER_OIDC_CLIENT_SECRET,
    name: value.LEARNER_OIDC_NAME,
  };
}

function composeOtherProviders(
  value: Record<keyof typeof KEYS, never>,
  faults: string[],
): Config['otherProviders'] {
  if (value.LEARNER_PROVIDERS === undefined) return [];
  const read = readOtherProviders(value.LEARNER_PROVIDERS);
  const twice = read.providers.filter(({ issuer }) => issuer === value.LEARNER_OIDC_ISSUER);
  for (const fault of [
    ...read.faults,
    ...twice.map(({ issuer }) => `${issuer} is the issuer of LEARNER_OIDC_ISSUER already`),
  ])
    faults.push(`LEARNER_PROVIDERS: ${fault}`);
  return read.providers;
}

function parsesAsUrl(text: string): boolean {
  return URL.canParse(text);
}

/** React and others look here for which of their builds to be; a server that is not told is a production server. */
export function declareMode(mode: 'production' | 'development'): void {
  process.env.NODE_ENV ??= mode;
}
