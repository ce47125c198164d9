import archivo from '@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2?url';
import sourceSerif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2?url';
import type { ReactNode } from 'react';
import {
  Links,
  Meta,
  Outlet,
  redirect,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteLoaderData,
} from 'react-router';
import type { Route } from './+types/root.ts';
import { addQuery } from './lib/add-query.ts';
import { appContext } from './lib/app-context.ts';
import { useLocale, useT } from './lib/language.tsx';
import { useNonce } from './lib/nonce.tsx';
import { hasFrame, hasScripts } from './lib/page-handle.ts';
import { nobody } from './lib/session.ts';
import { Behaviour } from './ui/behaviour.tsx';
import { ErrorPage } from './ui/error-page.tsx';
import { Frame } from './ui/frame.tsx';
import './ui/styles.css';

const font = { rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' } as const;

export const links: Route.LinksFunction = () => [
  { ...font, href: archivo },
  { ...font, href: sourceSerif },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export function loader({ context, request }: Route.LoaderArgs) {
  const { theme, demo, session, message } = context.get(appContext);
  const { pathname, search } = new URL(request.url);
  // Staff who have still to show something are led to where they do, and come back.
  if (pathname.startsWith('/studio') && (session.secondFactorNeeded || session.ownProviderNeeded))
    throw redirect(addQuery('/second-factor', '', { returnTo: `${pathname}${search}` }));
  return { theme, demo, session, message };
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const t = useT();
  const locale = useLocale();
  const nonce = useNonce();
  const matches = useMatches();
  const { pathname, search } = useLocation();
  // Absent when the loader itself failed; the error page still gets its frame.
  const data = useRouteLoaderData<typeof loader>('root') ?? { demo: false, session: nobody };
  const { theme, ...frame } = { theme: undefined, ...data };
  return (
    <html lang={locale} data-theme={theme} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme ?? 'light dark'} />
        {/* React Aria writes a style element and looks for its nonce here. */}
        <meta property="csp-nonce" nonce={nonce?.style} suppressHydrationWarning />
        <Meta />
        <Links />
      </head>
      <body data-working={t('frame.working')} data-copied={t('frame.copied')}>
        {hasFrame(matches) ? (
          <Frame {...frame} path={pathname} search={search}>
            {children}
          </Frame>
        ) : (
          children
        )}
        <Behaviour name="frame" />
        {hasScripts(matches) && (
          <>
            <ScrollRestoration nonce={nonce?.script} />
            <Scripts nonce={nonce?.script} />
          </>
        )}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />;
}
