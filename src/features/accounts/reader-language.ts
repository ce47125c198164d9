/** The language someone is answered in: the one they chose, else what their browser asks for. Pure. */
import { findCookie } from './cookie-header.ts';

export function readLanguage(headers: {
  readonly cookie?: string | undefined;
  readonly 'accept-language'?: string | undefined;
}): 'en' | 'nl' {
  const chosen = findCookie(headers.cookie, 'lang');
  const wish = `${chosen ?? ''},${headers['accept-language'] ?? ''}`;
  return /(?:^|,)\s*(en|nl)(?=[-;,\s]|$)/i.exec(wish)?.[1]?.toLowerCase() === 'nl' ? 'nl' : 'en';
}
