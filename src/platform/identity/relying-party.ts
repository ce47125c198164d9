/** Our side of OpenID Connect: send a person to their provider, and take back who it says they are. */
import * as client from 'openid-client';
import type { Clock } from '../clock.ts';
import { isLoopbackHost } from '../egress/index.ts';

export type IdentityProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Beyond `openid`. */
  readonly scope?: string;
  /** What it signs ID tokens with; RS256 unless agreed otherwise (OpenID Connect Core 3.1.3.7, item 7). */
  readonly idTokenAlgorithm?: 'RS256' | 'PS256' | 'ES256' | 'EdDSA';
};

export type RelyingPartyDeps = {
  /** The egress client's, so that a provider's metadata cannot send us into our own network. */
  readonly fetch: typeof fetch;
  readonly clock: Clock;
};

export type StartSignIn = {
  readonly provider: IdentityProvider;
  /** Our callback address, as registered at the provider. */
  readonly returnTo: string;
  readonly language?: string;
  /** A fresh sign-in, also when the provider still knows the person: before identities are linked. */
  readonly again?: 'required';
  /** Assurance asked for (`acr_values`); what was reached comes back as the claim `acr`. */
  readonly acrValues?: readonly string[];
};

/** `state`, `nonce` and `codeVerifier` stay with us, bound to the browser by a cookie. */
export type StartedSignIn = {
  readonly url: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
};

export type FinishSignIn = {
  readonly provider: IdentityProvider;
  /** The callback as it came in, query included. */
  readonly callbackUrl: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** As asked at the start: the provider must then say that the person signed in just now. */
  readonly again?: 'required';
};

/** A person is (issuer, subject); an e-mail address is something that was said of them. */
export type SignedIn = {
  readonly issuer: string;
  readonly subject: string;
  readonly claims: Readonly<Record<string, unknown>>;
  /** The claims that were signed, alone: how a person proved who they are is believed from nowhere else. */
  readonly idToken: Readonly<Record<string, unknown>>;
};

export type SignInReason =
  | 'sign-in.provider-unreachable'
  /** The person turned back, or the provider would not have them. */
  | 'sign-in.denied'
  /** Something in the answer does not fit what was asked: state, nonce, code, signature, audience, time. */
  | 'sign-in.invalid';

export class SignInRefusal extends Error {
  override readonly name = 'SignInRefusal';
  readonly reason: SignInReason;
  constructor(reason: SignInReason, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

export type RelyingParty = {
  readonly startSignIn: (input: StartSignIn) => Promise<StartedSignIn>;
  readonly finishSignIn: (input: FinishSignIn) => Promise<SignedIn>;
};

const METADATA_LIFE_MS = 60 * 60 * 1000;
const TIMEOUT_SECONDS = 10;
/** Long enough to choose and come back, short enough to be the same sitting. */
const FRESH_SECONDS = 5 * 60;

export function createRelyingParty(deps: RelyingPartyDeps): RelyingParty {
  const known = new Map<string, { readonly config: Promise<client.Configuration>; readonly until: number }>();

  const findConfig = async (provider: IdentityProvider): Promise<client.Configuration> => {
    const key = JSON.stringify([provider.issuer, provider.clientId, provider.clientSecret]);
    const now = deps.clock.now().getTime();
    const cached = known.get(key);
    const entry =
      cached && cached.until > now
        ? cached
        : { config: discover(deps, provider), until: now + METADATA_LIFE_MS };
    known.set(key, entry);
    try {
      return await entry.config;
    } catch (cause) {
      known.delete(key);
      throw new SignInRefusal('sign-in.provider-unreachable', { cause });
    }
  };

  return {
    startSignIn: async (input) => startSignIn(await findConfig(input.provider), input),
    finishSignIn: async (input) => finishSignIn(await findConfig(input.provider), input),
  };
}

function discover({ fetch }: RelyingPartyDeps, provider: IdentityProvider): Promise<client.Configuration> {
  const issuer = new URL(provider.issuer);
  const isOurMachine = issuer.protocol === 'http:' && isLoopbackHost(issuer.hostname);
  return client.discovery(
    issuer,
    provider.clientId,
    {
      client_secret: provider.clientSecret,
      id_token_signed_response_alg: provider.idTokenAlgorithm ?? 'RS256',
    },
    client.ClientSecretBasic(provider.clientSecret),
    {
      [client.customFetch]: (url, { body = null, ...options }) =>
        fetch(url, { ...options, body: body instanceof Uint8Array ? Uint8Array.from(body) : body }),
      timeout: TIMEOUT_SECONDS,
      // The code flow would let us trust the connection alone; the token's signature is checked all the same.
      execute: [client.enableNonRepudiationChecks, ...(isOurMachine ? [client.allowInsecureRequests] : [])],
    },
  );
}

async function startSignIn(config: client.Configuration, input: StartSignIn): Promise<StartedSignIn> {
  const state = client.randomState();
  const nonce = client.randomNonce();
  const codeVerifier = client.randomPKCECodeVerifier();
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: input.returnTo,
    scope: ['openid', input.provider.scope].filter(Boolean).join(' '),
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    ...(input.language ? { ui_locales: input.language } : {}),
    ...(input.acrValues ? { acr_values: input.acrValues.join(' ') } : {}),
    ...(input.again ? { prompt: 'login', max_age: '0' } : {}),
  });
  return { url: url.href, state, nonce, codeVerifier };
}

async function finishSignIn(config: client.Configuration, input: FinishSignIn): Promise<SignedIn> {
  try {
    const tokens = await client.authorizationCodeGrant(config, new URL(input.callbackUrl), {
      expectedState: input.state,
      expectedNonce: input.nonce,
      pkceCodeVerifier: input.codeVerifier,
      idTokenExpected: true,
      // A provider may ignore `prompt`; only `auth_time` shows that it did not (OpenID Connect Core 3.1.2.1).
      ...(input.again ? { maxAge: FRESH_SECONDS } : {}),
    });
    const stated = tokens.claims();
    if (!stated) throw new SignInRefusal('sign-in.invalid');
    const more = config.serverMetadata().userinfo_endpoint
      ? await client.fetchUserInfo(config, tokens.access_token, stated.sub)
      : {};
    // What was signed stands above what was only sent along.
    return {
      issuer: stated.iss,
      subject: stated.sub,
      claims: { ...more, ...stated },
      idToken: { ...stated },
    };
  } catch (cause) {
    if (cause instanceof client.AuthorizationResponseError)
      throw new SignInRefusal('sign-in.denied', { cause });
    throw new SignInRefusal('sign-in.invalid', { cause });
  }
}
