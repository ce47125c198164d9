import type { TextKey, TextValues, Translate } from '../../lib/i18n.ts';

/** Words for a name that comes from the API; undefined where there are none. */
export function lookUp(t: Translate, key: string, values?: TextValues): string | undefined {
  const text = t(key as TextKey, values); // whether it is one is what is asked
  return text === key ? undefined : text;
}
