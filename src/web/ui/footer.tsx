import { addQuery } from '../lib/add-query.ts';
import type { TextKey } from '../lib/i18n.ts';
import { useT } from '../lib/language.tsx';
import type { Place } from './header.tsx';

type Column = {
  readonly title: TextKey;
  readonly links: readonly { readonly href: string; readonly name: TextKey }[];
};

const columns: readonly Column[] = [
  {
    title: 'footer.check',
    links: [
      { href: '/verify', name: 'footer.verify' },
      { href: '/providers', name: 'footer.register' },
      { href: '/about#checks', name: 'footer.how' },
    ],
  },
  {
    title: 'footer.institutions',
    links: [
      { href: '/studio/designs', name: 'footer.design' },
      { href: '/studio/awards', name: 'footer.award' },
      { href: '/api/docs', name: 'footer.api' },
    ],
  },
  {
    title: 'footer.site',
    links: [
      { href: '/accessibility', name: 'footer.accessibility' },
      { href: '/privacy', name: 'footer.privacy' },
      { href: '/status', name: 'footer.status' },
    ],
  },
];

export function Footer({ place }: { readonly place: Place }) {
  const t = useT();
  return (
    <footer className="foot">
      <div className="content foot-grid">
        <div>
          <h2>Waarmerk</h2>
          <p>{t('footer.about')}</p>
          <AppearanceLinks place={place} />
        </div>
        {columns.map(({ title, links }) => (
          <div key={title}>
            <h2>{t(title)}</h2>
            <ul>
              {links.map(({ href, name }) => (
                <li key={href}>
                  <a href={href}>{t(name)}</a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </footer>
  );
}

function AppearanceLinks({ place }: { readonly place: Place }) {
  const t = useT();
  return (
    <details className="mt-2">
      <summary className="s inline-block py-1 text-ink2 underline underline-offset-3">
        {t('frame.theme')}
      </summary>
      <ul>
        {(['light', 'dark', 'device'] as const).map((theme) => (
          <li key={theme}>
            <a href={addQuery(place.path, place.search, { theme })}>{t(`frame.theme.${theme}`)}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
