import { type RouterContextProvider, redirect } from 'react-router';
import { appContext } from './app-context.ts';
import type { FlashMessage } from './flash-message.ts';

/** The usual end of an action: go on to a page that says what was done. */
export function redirectWithMessage(
  context: Readonly<RouterContextProvider>,
  to: string,
  message: FlashMessage,
): Response {
  context.get(appContext).leaveMessage(message);
  return redirect(to);
}

export function encodeMessage(message: FlashMessage): string {
  return encodeURIComponent(JSON.stringify(message));
}

/** Only a key that exists is shown; a cookie holds nothing else that could become text of the page. */
export function decodeMessage(
  cookie: string | undefined,
  texts: Readonly<Record<string, string>>,
): FlashMessage | undefined {
  if (!cookie) return undefined;
  try {
    const message: FlashMessage = JSON.parse(decodeURIComponent(cookie));
    const isKnown = [message.key, `${message.key}_one`].some((key) => Object.hasOwn(texts, key));
    return isKnown ? message : undefined;
  } catch {
    return undefined;
  }
}
