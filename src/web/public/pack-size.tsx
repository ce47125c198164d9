import { formatDay, formatNumber } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { Content } from '../ui/content-text.tsx';
import { Section } from '../ui/section.tsx';
import type { Pack } from './policy-pack.tsx';

type Size = Pack['limits']['sizes'][number];

/** How large it may be, and whom it may be awarded to. */
export function PackSize({ limits }: Pick<Pack, 'limits'>) {
  const t = useT();
  const sayRange = useRange();
  return (
    <Section label={t('packs.size')}>
      <ul className="rows">
        {limits.sizes.length === 0 && <li className="py-2">{t('packs.size.any')}</li>}
        {limits.sizes.map((size) => (
          <li key={JSON.stringify(size)} className="py-2">
            {sayRange(size)}
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

function useRange() {
  const t = useT();
  const locale = useLocale();
  return ({ unit, min, max, institutionKinds, until }: Size) => {
    const number = (value: number | undefined) => (value === undefined ? '' : formatNumber(locale, value));
    const [from, to] = [number(min), number(max)];
    const words = from && to ? 'between' : to ? 'most' : 'least';
    return [
      t(`packs.size.${unit}.${words}`, { min: from, max: to }),
      ...(institutionKinds
        ? [t('packs.size.for', { kinds: institutionKinds.join(', ').toUpperCase() })]
        : []),
      ...(until ? [t('packs.size.until', { day: formatDay(locale, until) })] : []),
    ].join(', ');
  };
}
