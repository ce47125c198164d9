import { useT } from '../lib/language.tsx';
import { Page, PageHead } from './page.tsx';
import { ScannedCertificate } from './scanned-certificate.tsx';
import { Section } from './section.tsx';

/** One page for private, withdrawn, erased and never existed (DECISIONS 20): it helps in each case and tells none. */
export function NotFound() {
  const t = useT();
  return (
    <Page title={t('error.not-found.title')}>
      <meta name="robots" content="noindex" />
      <PageHead title={t('error.not-found.title')} lead={t('error.not-found.lead')} />
      <Section label={t('error.what-now')}>
        <ul className="rows measure">
          <li className="py-3">
            {t('error.not-found.yours')} <a href="/backpack">{t('nav.backpack')}</a>
          </li>
          <li className="py-3">
            {t('error.not-found.given')} <a href="/verify">{t('footer.verify')}</a>
          </li>
          <li className="py-3">
            {t('error.not-found.searching')} <a href="/catalogue">{t('nav.catalogue')}</a>
          </li>
        </ul>
      </Section>
      <ScannedCertificate />
    </Page>
  );
}
