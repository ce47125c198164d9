import type { TextKey, TextValues } from './i18n.ts';

/** One sentence for the next page that is shown, kept in a cookie as a key and its values. */
export type FlashMessage = { readonly key: TextKey; readonly values?: TextValues };
