import type { PolicyPack as Pack } from '../../features/quality/pack.schema.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { sayGate } from '../lib/pack-words.ts';
import { Section } from '../ui/section.tsx';

/** Who looks, in this order, each within how many days. */
export function PackGates({ gates }: Pick<Pack, 'gates'>) {
  const t = useT();
  const locale = useLocale();
  if (gates.length === 0)
    return (
      <Section label={t('packs.gates')}>
        <p>{t('packs.gates.none')}</p>
      </Section>
    );
  return (
    <Section label={t('packs.gates')} note={t('packs.gates.note')}>
      <ol className="rows">
        {gates.map((gate) => (
          <li key={gate.step} className="py-2">
            <b>{t(`packs.gate.${gate.step}`)}</b>
            <span className="block text-ink2">{sayGate({ t, locale }, gate)}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
