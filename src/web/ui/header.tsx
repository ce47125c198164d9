import { addQuery } from '../lib/add-query.ts';
import { type Locale, locales, type TextKey } from '../lib/i18n.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { isStaff, mayAct, type Session } from '../lib/session.ts';
import { Logo } from './logo.tsx';

/** Where the reader is: which link is current, and what the language links return to. */
export type Place = { readonly path: string; readonly search: string; readonly staff: boolean };

type NavLink = { readonly href: string; readonly name: TextKey };

const visitorLinks: readonly NavLink[] = [
  { href: '/catalogue', name: 'nav.catalogue' },
  { href: '/verify', name: 'nav.verify' },
  { href: '/backpack', name: 'nav.backpack' },
  { href: '/about', name: 'nav.about' },
];

const staffLinks: readonly NavLink[] = [
  { href: '/studio/designs', name: 'nav.designs' },
  { href: '/studio/quality', name: 'nav.quality' },
  { href: '/studio/awards', name: 'nav.awards' },
  { href: '/studio/people', name: 'nav.people' },
  { href: '/studio/institution', name: 'nav.institution' },
  { href: '/studio/register', name: 'nav.register' },
];

/** Of whoever runs the installation. */
const operatorLinks: readonly NavLink[] = [
  { href: '/operator', name: 'nav.operator.institutions' },
  { href: '/operator/requests', name: 'nav.operator.requests' },
  { href: '/operator/registers', name: 'nav.operator.registers' },
  { href: '/operator/frameworks', name: 'nav.operator.frameworks' },
  { href: '/operator/viewing', name: 'nav.operator.viewing' },
  { href: '/studio/terms', name: 'organisation.tab.terms' },
  { href: '/studio/audit', name: 'organisation.tab.audit' },
];

export function Header({ place, session }: { readonly place: Place; readonly session: Session }) {
  const t = useT();
  return (
    <header className="top">
      <div className="content top-row">
        <a className="brand" href="/" aria-label={t('frame.home')}>
          <Logo />
          <span>Waarmerk</span>
        </a>
        <nav className="nav-wide" aria-label={t('frame.navigation')}>
          <NavLinks place={place} session={session} />
        </nav>
        <div className="languages">
          <LanguageLinks place={place} />
        </div>
        {session.person ? <AccountMenu session={session} /> : <SignIn place={place} />}
        <details className="menu menu-narrow" name="menu">
          <summary className="button">{t('frame.menu')}</summary>
          <nav className="menu-panel" aria-label={t('frame.navigation')}>
            <NavLinks place={place} session={session} />
            <hr />
            {!session.person && (
              <a className="sign-in-item" href={signInHref(place)}>
                {t('frame.sign-in')}
              </a>
            )}
            <LanguageLinks place={place} />
          </nav>
        </details>
      </div>
    </header>
  );
}

function NavLinks({ place, session }: { readonly place: Place; readonly session: Session }) {
  const t = useT();
  const links = mayAct(session, 'platform.manage') ? operatorLinks : staffLinks;
  return (place.staff ? links : visitorLinks).map(({ href, name }) => (
    <a key={href} href={href} aria-current={currentness(href, place.path)}>
      {t(name)}
    </a>
  ));
}

function currentness(href: string, path: string): 'page' | 'true' | undefined {
  if (path === href) return 'page';
  // The console's first page is not above its others.
  if (href === '/operator') return path.startsWith('/operator/institutions/') ? 'true' : undefined;
  return path.startsWith(`${href}/`) ? 'true' : undefined;
}

/** The current language is said, the other is a link that keeps the address. */
function LanguageLinks({ place }: { readonly place: Place }) {
  const t = useT();
  const current = useLocale();
  const ordered: readonly Locale[] = [current, ...locales.filter((locale) => locale !== current)];
  return ordered.map((locale) =>
    locale === current ? (
      <b key={locale} className="wide-only-flex">
        <abbr title={t(`frame.language.${locale}`)} className="no-underline">
          {locale.toUpperCase()}
        </abbr>
      </b>
    ) : (
      <a
        key={locale}
        href={addQuery(place.path, place.search, { lang: locale })}
        hrefLang={locale}
        lang={locale}
        aria-label={t(`frame.language.${locale}`)}
      >
        <span className="language-short">{locale.toUpperCase()}</span>
        <span className="language-long">{t(`frame.language.${locale}`)}</span>
      </a>
    ),
  );
}

function SignIn({ place }: { readonly place: Place }) {
  const t = useT();
  return (
    <a className="button button-top sign-in" href={signInHref(place)}>
      {t('frame.sign-in')}
    </a>
  );
}

function signInHref({ path, search }: Place): string {
  if (path === '/' || path === '/sign-in') return '/sign-in';
  return `/sign-in?${new URLSearchParams({ returnTo: path + search })}`;
}

function AccountMenu({ session }: { readonly session: Session }) {
  const t = useT();
  const name = session.person?.name ?? t('frame.account');
  return (
    <details className="menu" name="menu">
      <summary className="account">
        <span className="account-name">{name}</span>
        <span className="avatar" aria-hidden="true">
          {initialsOf(name)}
        </span>
        <span className="sr-only">{t('frame.account')}</span>
      </summary>
      <div className="menu-panel">
        <a href="/backpack">{t('nav.backpack')}</a>
        {isStaff(session) && <a href="/studio">{t('frame.account.staff')}</a>}
        <a href="/account">{t('frame.account.settings')}</a>
        <hr />
        <form method="post" action="/sign-out">
          <button type="submit">{t('frame.sign-out')}</button>
        </form>
      </div>
    </details>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  const [first = name, last = ''] = words.length > 1 ? [words[0], words.at(-1)] : words;
  return (first.slice(0, 1) + last.slice(0, 1)).toUpperCase();
}
