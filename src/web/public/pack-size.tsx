import type { PolicyPack as Pack } from '../../features/quality/pack.schema.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { saySize } from '../lib/pack-words.ts';
import { Content } from '../ui/content-text.tsx';
import { Section } from '../ui/section.tsx';

/** How large it may be, and whom it may be awarded to. */
export function PackSize({ limits }: Pick<Pack, 'limits'>) {
  const t = useT();
  const locale = useLocale();
  return (
    <Section label={t('packs.size')}>
      <ul className="rows">
        {limits.sizes.length === 0 && <li className="py-2">{t('packs.size.any')}</li>}
        {limits.sizes.map((size) => (
          <li key={JSON.stringify(size)} className="py-2">
            {saySize({ t, locale }, size)}
          </li>
        ))}
        <li className="py-2">
          {limits.audiences.length === 0 ? t('packs.audiences.any') : `${t('packs.audiences')}: `}
          {limits.audiences.map(({ code, name }, index) => (
            <span key={code}>
              {index > 0 && ', '}
              <Content text={name} quiet />
            </span>
          ))}
        </li>
      </ul>
    </Section>
  );
}
