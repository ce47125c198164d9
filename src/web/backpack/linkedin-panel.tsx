import type { BackpackDetail } from '../../features/backpack/backpack.schema.ts';
import { formatMonth } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { ButtonLink } from '../ui/button.tsx';

type LinkedinProps = { readonly item: Pick<BackpackDetail, 'linkedin' | 'public' | 'url'> };

/** The link fills LinkedIn's form; when LinkedIn ignores that, the same values stand here to be copied. */
export function Linkedin({ item }: LinkedinProps) {
  const t = useT();
  const locale = useLocale();
  const { linkedin } = item;
  const values = [
    ['backpack.linkedin.name', linkedin.name],
    ['backpack.linkedin.organisation', linkedin.organisation],
    ['backpack.linkedin.issued', formatMonth(locale, linkedin.issued)],
    ['backpack.linkedin.expires', linkedin.expires ? formatMonth(locale, linkedin.expires) : null],
    ['backpack.linkedin.id', linkedin.certificateId],
    ['backpack.linkedin.url', item.url],
  ] as const;
  if (!item.public) return <p className="measure">{t('backpack.linkedin.publish-first')}</p>;
  return (
    <>
      <ButtonLink variant="secondary" href={linkedin.url} rel="noreferrer">
        {t('backpack.linkedin.add')}
      </ButtonLink>
      <details className="mt-4">
        <summary className="text-link">{t('backpack.linkedin.by-hand')}</summary>
        <dl className="copy-list">
          {values.map(
            ([key, value]) =>
              value && (
                <div key={key}>
                  <dt>{t(key)}</dt>
                  <dd>
                    <span>{value}</span>
                    <button type="button" className="button button-secondary button-dense" data-copy={value}>
                      {t('backpack.copy')}
                      <span className="sr-only">: {t(key)}</span>
                    </button>
                  </dd>
                </div>
              ),
          )}
        </dl>
      </details>
    </>
  );
}
