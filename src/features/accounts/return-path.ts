/** Where to go after signing in: a path of our own and never anywhere else (ASVS 5.0 V3.7.2). Pure. */

const LONGEST = 1_500;
const ANYWHERE = 'http://own.invalid';
/** Would start the sign-in over again, or show a document of the API. */
const NOT_A_PAGE = /^\/(auth|api)(\/|$)/;

/** @returns the path with its query, or `/` for everything that a browser could read as another place */
export function keepOwnPath(wish: unknown): string {
  if (typeof wish !== 'string' || wish.length > LONGEST || !wish.startsWith('/')) return '/';
  // Browsers take a backslash for a slash and drop tabs and line breaks from addresses (URL Standard, 4.4).
  if (/[\\\p{Cc}]/u.test(wish) || !URL.canParse(wish, ANYWHERE)) return '/';
  const { origin, pathname, search, hash } = new URL(wish, ANYWHERE);
  // Two slashes in front name a host; `/.//host` becomes that once its dot is gone.
  if (origin !== ANYWHERE || pathname.startsWith('//') || NOT_A_PAGE.test(pathname)) return '/';
  return `${pathname}${search}${hash}`;
}
