/**
 * Operational log. It says what happened to which id, never to whom: no addresses, names, tokens or capability
 * URLs (`/c/{id}` is a capability, DECISIONS 5). Known fields are redacted by name; the finished line passes a
 * second sieve, because texts of errors and libraries' messages cannot be redacted by name.
 */

import type { DestinationStream, LevelWithSilent, Logger } from 'pino';
import { pino, stdSerializers, stdTimeFunctions } from 'pino';

export type Log = Logger;

export type LogOptions = {
  readonly level: LevelWithSilent;
  /** Where the lines go; absent: standard output. */
  readonly destination?: DestinationStream;
};

const SECRET_FIELDS = [
  'password secret clientSecret client_secret token accessToken access_token idToken id_token refresh_token',
  'codeVerifier code_verifier nonce cookie set-cookie authorization privateJwk d',
  'email name to subject html text body',
].flatMap((line) => line.split(' '));

/**
 * Order matters: a token may hold something that looks like an address. Repetitions are bounded, because a line
 * may hold a stranger's text and an unbounded one is searched in quadratic time.
 */
const SIEVE: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]{4,}(?:\.[\w-]*){0,4}/g, '[token]'],
  [/\b(Bearer|Basic|DPoP)\s+[\w.~+/=-]{8,}/gi, '$1 [token]'],
  [/\/c\/[0-9a-hjkmnp-tv-z]{26}/gi, '/c/[id]'],
  [/([?&](?:token|code|state|nonce|key|secret)=)[^&\s"\\]+/gi, '$1[hidden]'],
  [/(\b[a-z][a-z\d+.-]{1,15}:\/\/[^\s:@/"\\]{1,256}:)[^\s@/"\\]{1,256}@/gi, '$1[hidden]@'],
  [/[^\s"'<>()[\]:;,\\@]{1,64}@[\p{L}\d][\p{L}\d.-]{0,253}/gu, '[address]'],
];

export function createLog(options: LogOptions): Log {
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      redact: { paths: SECRET_FIELDS.flatMap(redactionPaths), censor: '[hidden]' },
      serializers: {
        err: stdSerializers.err,
        req: (request: unknown) => presentRequest(request),
        res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
      },
      hooks: { streamWrite: sieveLine },
    },
    options.destination ?? pino.destination(1),
  );
}

export function sieveLine(line: string): string {
  return SIEVE.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line);
}

/** The route's pattern, not the address asked for: ids in paths and words in queries are someone's. */
function presentRequest(request: unknown): { method?: unknown; route?: unknown; id?: unknown } {
  if (typeof request !== 'object' || request === null) return {};
  const method = 'method' in request ? request.method : undefined;
  const id = 'id' in request ? request.id : undefined;
  const options = 'routeOptions' in request ? request.routeOptions : undefined;
  const route = typeof options === 'object' && options !== null && 'url' in options ? options.url : undefined;
  return { method, route, id };
}

function redactionPaths(field: string): string[] {
  return [`["${field}"]`, `*["${field}"]`, `*.*["${field}"]`];
}
