import { catalogueSchema } from '../../features/catalogue/catalogue.schema.ts';
import { findApi } from '../lib/api.ts';
import { useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { ButtonLink, type ButtonVariant } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Waarmerk } from '../ui/waarmerk.tsx';
import type { Route } from './+types/home.ts';
import { CatalogueResult } from './catalogue-result.tsx';

export const handle: PageHandle = { scripts: false };

const mark = '441b0053234f1fcfe43e6dffa0521e75fd2a344fd41c6e2d48088a592cd7d421';
const inks = ['#b3121d', '#1a2756', '#0c5a63', '#b97400'];

const doors = [
  { name: 'find', href: '/catalogue', variant: 'primary' },
  { name: 'verify', href: '/verify', variant: 'secondary' },
  { name: 'keep', href: '/backpack', variant: 'secondary' },
] as const satisfies readonly { name: string; href: string; variant: ButtonVariant }[];

const SHOWN = 3;

export async function loader({ context }: Route.LoaderArgs) {
  const offer = await findApi(context, '/api/v1/catalogue?sort=newest', catalogueSchema);
  return { total: offer?.total ?? 0, newest: offer?.items.slice(0, SHOWN) ?? [] };
}

export default function Home({ loaderData: { total, newest } }: Route.ComponentProps) {
  const t = useT();
  return (
    <Page title={t('home.title')}>
      <div className="hero grid12">
        <div>
          <h1 className="d1">{t('home.title')}</h1>
          <p className="lead mt-5">{t('home.lead')}</p>
        </div>
        <figure>
          <Waarmerk
            hash={mark}
            palette={inks}
            pixels={416}
            label={t('home.mark.label')}
            className="home-mark"
          />
          <figcaption className="s mt-3 measure text-ink2">{t('home.mark.caption')}</figcaption>
        </figure>
      </div>
      <div className="doors">
        {doors.map(({ name, href, variant }) => (
          <section key={name}>
            <h2 className="h2">{t(`home.${name}.title`)}</h2>
            <p className="mt-2 mb-4 text-ink2">{t(`home.${name}.text`)}</p>
            <ButtonLink href={href} variant={variant}>
              {t(`home.${name}.action`)}
            </ButtonLink>
          </section>
        ))}
      </div>
      {newest.length > 0 && (
        <Section label={t('home.offer.title')} note={t('home.offer.note')}>
          <ul className="results results-plain">
            {newest.map((card) => (
              <CatalogueResult key={card.id} card={card} />
            ))}
          </ul>
          <p className="mt-3">
            <a href="/catalogue">{t('home.offer.all', { count: total })}</a>
          </p>
        </Section>
      )}
      <Section label={t('home.why.title')}>
        <ul className="thirds">
          {(['signed', 'approved', 'yours'] as const).map((reason) => (
            <li key={reason}>
              <h3 className="label">{t(`home.why.${reason}.title`)}</h3>
              <p className="mt-1">{t(`home.why.${reason}.text`)}</p>
            </li>
          ))}
        </ul>
      </Section>
      <Section label={t('home.institutions.title')}>
        <p className="measure">{t('home.institutions.text')}</p>
        <p className="mt-3">
          <a href="/studio">{t('home.institutions.action')}</a>
          {' · '}
          <a href="/join">{t('join.title')}</a>
        </p>
      </Section>
    </Page>
  );
}
