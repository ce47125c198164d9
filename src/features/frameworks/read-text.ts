/** Words of a file that a stranger may have made. Pure. */
import { FileRefusal } from './framework.ts';

/** What no text has: it would hide or turn around what stands beside it. Tabs and line ends are not among them. */
const HIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** @throws FileRefusal for what is too long or carries what cannot be seen */
export function readText(value: string, max: number, line: number): string {
  const text = value.replace(/\s+/gu, ' ').trim();
  if (HIDDEN.test(text)) throw new FileRefusal('control-characters', line);
  if (text.length > max) throw new FileRefusal('too-long', line);
  return text;
}

/** Identifiers that the European Union gave out before the web was encrypted; nobody may write them otherwise. */
const PLAIN_NAMESPACES = ['http://data.europa.eu/'];

/** @throws FileRefusal for what is no address that a credential may carry */
export function readAddress(value: string, line: number): string {
  const text = readText(value, 2_000, line);
  if (text === '') throw new FileRefusal('no-address', line);
  const isAddress = URL.canParse(text) && !/\s/u.test(text);
  const isKnown = PLAIN_NAMESPACES.some((namespace) => text.startsWith(namespace));
  if (!isAddress || (new URL(text).protocol !== 'https:' && !isKnown))
    throw new FileRefusal('address-unfit', line);
  const { username, password } = new URL(text);
  if (username !== '' || password !== '') throw new FileRefusal('address-unfit', line);
  return text;
}
