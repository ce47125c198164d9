import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { renderToPipeableStream } from 'react-dom/server';
import {
  type EntryContext,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router';
import { appContext } from './lib/app-context.ts';
import { makeTranslate } from './lib/i18n.ts';
import { LanguageProvider } from './lib/language.tsx';
import { NonceProvider } from './lib/nonce.tsx';
import { en } from './locales/en.ts';
import { nl } from './locales/nl.ts';

/** The server takes these from the build, because the bundle holds its own copy of every module. */
export { appContext };

export const translators = { en: makeTranslate('en', en), nl: makeTranslate('nl', nl) };
export const texts: Readonly<Record<string, string>> = en;

export function handleError(
  error: unknown,
  { context, request }: { context: RouterContextProvider; request: Request },
) {
  if (request.signal.aborted || error instanceof Response || isRouteErrorResponse(error)) return;
  context.get(appContext).report(error);
}

export default function renderPage(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const { locale, t, nonce, report } = context.get(appContext);
  headers.set('content-type', 'text/html; charset=utf-8');
  if (request.method === 'HEAD') return Promise.resolve(new Response(null, { status, headers }));
  return new Promise((resolve, reject) => {
    // The whole page before the first byte: public pages have no scripts that could move late parts into place.
    const { pipe } = renderToPipeableStream(
      <LanguageProvider locale={locale} t={t}>
        <NonceProvider nonce={nonce}>
          <ServerRouter context={entry} url={request.url} nonce={nonce.script} />
        </NonceProvider>
      </LanguageProvider>,
      {
        nonce: nonce.script,
        onAllReady() {
          const body = new PassThrough();
          pipe(body);
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
        },
        onShellError: reject,
        onError: report,
      },
    );
  });
}
