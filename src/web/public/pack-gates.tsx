import { useT } from '../lib/language.tsx';
import { Section } from '../ui/section.tsx';
import type { Pack } from './policy-pack.tsx';

/** Who looks, in this order, each within how many days. */
export function PackGates({ gates }: Pick<Pack, 'gates'>) {
  const t = useT();
  if (gates.length === 0)
    return (
      <Section label={t('packs.gates')}>
        <p>{t('packs.gates.none')}</p>
      </Section>
    );
  return (
    <Section label={t('packs.gates')} note={t('packs.gates.note')}>
      <ol className="rows">
        {gates.map(({ step, days, quorum, rule, optional, conditional }) => (
          <li key={step} className="py-2">
            <b>{t(`packs.gate.${step}`)}</b>
            <span className="block text-ink2">
              {[
                t('packs.gate.days', { count: days }),
                ...(quorum ? [t('packs.gate.quorum', { quorum })] : []),
                ...(rule ? [t(`packs.gate.${rule}`)] : []),
                ...(optional ? [t('packs.gate.optional')] : []),
                ...(conditional ? [t('packs.gate.conditional')] : []),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
