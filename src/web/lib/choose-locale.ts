import { isLocale, type Locale } from './i18n.ts';

/** What `/c/{id}` answers depends on no cookie (DECISIONS 7). */
export function isCookieless(path: string): boolean {
  return path === '/c' || path.startsWith('/c/');
}

type Asked = {
  readonly url: URL;
  readonly cookie: string | undefined;
  readonly acceptLanguage: string | undefined;
};

/** `?lang=`, else the cookie, else what the browser asks for, else English. */
export function chooseLocale({ url, cookie, acceptLanguage }: Asked): Locale {
  const asked = url.searchParams.get('lang');
  if (isLocale(asked)) return asked;
  if (!isCookieless(url.pathname) && isLocale(cookie)) return cookie;
  return preferredLocale(acceptLanguage ?? '') ?? 'en';
}

/** RFC 9110, 12.5.4: highest weight first; a weight of 0 means "not this one". */
function preferredLocale(header: string): Locale | undefined {
  const ranges = header.split(',').map((part) => {
    const [range = '', ...parameters] = part.trim().split(';');
    const weight = parameters.find((parameter) => parameter.trim().startsWith('q='));
    return {
      locale: range.trim().toLowerCase().split('-')[0],
      weight: weight ? Number(weight.trim().slice(2)) : 1,
    };
  });
  return ranges
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ locale }) => locale)
    .find(isLocale);
}
