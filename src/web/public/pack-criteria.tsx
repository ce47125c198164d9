import type { PolicyPack as Pack } from '../../features/quality/pack.schema.ts';
import { useT } from '../lib/language.tsx';
import { Content } from '../ui/content-text.tsx';
import { Section } from '../ui/section.tsx';

const SEVERITIES = ['must', 'should', 'advice'] as const;

/** What weighs most comes first. */
export function PackCriteria({
  criteria,
  guide,
}: Pick<Pack, 'criteria'> & {
  /** What the institution's Guide has sections about. */
  readonly guide: { readonly address: string; readonly sections: readonly string[] } | undefined;
}) {
  const t = useT();
  return SEVERITIES.map((severity) => {
    const found = criteria.filter((one) => one.severity === severity);
    if (found.length === 0) return null;
    return (
      <Section
        key={severity}
        id={severity}
        label={t(`packs.criteria.${severity}`, { count: found.length })}
        note={t(`packs.criteria.${severity}.means`)}
      >
        <ul className="rows">
          {found.map(({ id, text, help, kind, mapsTo, guide: section }) => (
            <li key={id} id={id} className="py-3">
              <p className="measure">
                <b>{id}</b> <Content text={text} />
              </p>
              {help && (
                <p className="s measure text-ink2">
                  <Content text={help} quiet />
                </p>
              )}
              {guide && section && guide.sections.includes(section) && (
                <p className="s">
                  <a href={`${guide.address}#${section}`}>
                    {t('guide.link')}
                    <span className="sr-only">: {id}</span>
                  </a>
                </p>
              )}
              <p className="xs text-ink2">{[t(`packs.kind.${kind}`), ...mapsTo].join(' · ')}</p>
            </li>
          ))}
        </ul>
      </Section>
    );
  });
}
