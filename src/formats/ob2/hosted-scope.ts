/** Open Badges 2.0, "VerificationObject": for which URLs an issuer's Profile may speak. */
import type { JsonObject } from '../format.ts';
import { readObject, readText, readTexts } from '../read-members.ts';

/** `startsWith` when the Profile says so, else its `allowedOrigins`, else the Profile's own origin. */
export function isInHostedScope(profile: JsonObject, url: string): boolean {
  const rules = readObject(profile.verification);
  const prefixes = readTexts(rules.startsWith);
  if (prefixes.length > 0) return prefixes.some((prefix) => isWithin(prefix, url));
  const origins = readTexts(rules.allowedOrigins);
  const host = hostOf(url);
  if (host === undefined) return false;
  if (origins.length > 0) return origins.some((origin) => host === (hostOf(origin) ?? origin));
  return originOf(url) === originOf(readText(profile.id) ?? '');
}

/** A prefix without a path would also match `https://issuer.example.attacker.example`. */
function isWithin(prefix: string, url: string): boolean {
  return url.startsWith(prefix) && originOf(prefix) !== undefined && originOf(prefix) === originOf(url);
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined;
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
