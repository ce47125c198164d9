import type { EndorsementView } from '../../features/endorsements/endorsements.schema.ts';
import { formatInstantDay } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { Content } from '../ui/content-text.tsx';
import { Section } from '../ui/section.tsx';

/** Who else vouches for it: their words, and the signed document that holds them. */
export function EndorsedBy({ endorsements }: { readonly endorsements: readonly EndorsementView[] }) {
  const t = useT();
  const locale = useLocale();
  if (endorsements.length === 0) return null;
  return (
    <Section label={t('design.endorsed')} note={t('design.endorsed.note')} id="endorsed">
      <ul className="endorsements">
        {endorsements.map(({ id, url, endorser, comment, language, offeredAt }) => (
          <li key={id}>
            <p className="t3">
              <Content text={endorser} />
            </p>
            <p className="measure mt-1" lang={language}>
              {comment}
            </p>
            <p className="s mt-1 text-ink2">
              {formatInstantDay(locale, offeredAt)}
              {' · '}
              <a href={new URL(url).pathname}>{t('design.endorsed.signed')}</a>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
