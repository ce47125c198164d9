/** A path of this site, or its front page: an address from a query leads nowhere else. */
export function keepOwnPath(asked: string | null): string {
  if (!asked?.startsWith('/') || /[\\\s]/.test(asked)) return '/';
  const here = 'http://own.invalid';
  const url = URL.parse(asked, here);
  return url?.origin === here ? `${url.pathname}${url.search}${url.hash}` : '/';
}
