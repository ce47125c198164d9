/**
 * Paths of our own only; the API keeps to the same rule for what it is handed (ASVS 5.0 V3.7.2). Browsers take a
 * backslash for a slash and drop tabs and line breaks from addresses.
 */
export function ownPath(wish: string | null): string | undefined {
  return wish && /^\/(?!\/)[^\\\p{Cc}]*$/u.test(wish) ? wish : undefined;
}

/** For links and redirects: the front page instead of anywhere else. */
export function keepOwnPath(asked: string | null): string {
  return ownPath(asked) ?? '/';
}
