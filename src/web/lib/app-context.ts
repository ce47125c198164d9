import { createContext } from 'react-router';
import type { FlashMessage } from './flash-message.ts';
import type { Locale, Translate } from './i18n.ts';
import type { Session } from './session.ts';

export type Theme = 'light' | 'dark';

/** What every loader and action gets from the server that hosts the pages. */
export type AppContext = {
  /** Calls the server's own API in-process, as the caller: their cookies, their address, their origin. */
  readonly api: (path: string, init?: RequestInit) => Promise<Response>;
  readonly locale: Locale;
  readonly t: Translate;
  /** The reader's choice; absent: the device decides. */
  readonly theme: Theme | undefined;
  readonly nonce: { readonly script: string; readonly style: string };
  readonly publicUrl: string;
  /** Demonstration data is loaded; said on every page. */
  readonly demo: boolean;
  readonly session: Session;
  /** What the previous page asked this one to say. */
  readonly message: FlashMessage | undefined;
  readonly leaveMessage: (message: FlashMessage) => void;
  /** Faults of rendering that nobody foresaw. */
  readonly report: (error: unknown) => void;
};

/**
 * A router context is compared by identity, and the bundled pages hold their own copy of this module. The server
 * therefore takes it from the build's entry module, never from this file.
 */
export const appContext = createContext<AppContext>();
