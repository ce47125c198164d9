import { isSame, type PackDifference } from '../../../features/quality/packs.schema.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { sayGate, saySize } from '../../lib/pack-words.ts';
import { Content } from '../../ui/content-text.tsx';
import { BeforeAfter } from './before-after.tsx';

type Criterion = PackDifference['added'][number];

/** What another pack, or the next version of one, changes: in the order in which a maker would ask. */
export function DifferenceList({ difference }: { readonly difference: PackDifference }) {
  const t = useT();
  const { added, removed, heavier, lighter, changed } = difference;
  const weigh = (one: (typeof heavier)[number]) =>
    t('rules.weight', {
      before: t(`workbench.severity.${one.before}`).toLocaleLowerCase(),
      after: t(`workbench.severity.${one.severity}`).toLocaleLowerCase(),
    });
  if (isSame(difference)) return <p>{t('rules.same')}</p>;
  return (
    <div className="difference">
      <Criteria label={t('rules.added', { count: added.length })} criteria={added} note={saySeverity(t)} />
      <Criteria label={t('rules.removed', { count: removed.length })} criteria={removed} />
      <Criteria label={t('rules.heavier', { count: heavier.length })} criteria={heavier} note={weigh} />
      <Criteria label={t('rules.lighter', { count: lighter.length })} criteria={lighter} note={weigh} />
      <Criteria
        label={t('rules.changed', { count: changed.length })}
        criteria={changed}
        note={({ what }) => what.map((one) => t(`rules.what.${one}`)).join(', ')}
      />
      <Limits difference={difference} />
    </div>
  );
}

function saySeverity(t: ReturnType<typeof useT>) {
  return ({ severity }: Criterion) => t(`workbench.severity.${severity}`).toLocaleLowerCase();
}

function Criteria<One extends Criterion>({
  label,
  criteria,
  note,
}: {
  readonly label: string;
  readonly criteria: readonly One[];
  readonly note?: (one: One) => string;
}) {
  if (criteria.length === 0) return null;
  return (
    <section>
      <h4 className="difference-head">{label}</h4>
      <ul className="difference-criteria">
        {criteria.map((one) => (
          <li key={one.id}>
            <span className="criterion-id">{one.id}</span> <Content text={one.text} quiet />
            {note && <span className="text-ink2"> ({note(one)})</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Limits({ difference }: { readonly difference: PackDifference }) {
  const t = useT();
  const locale = useLocale();
  const { sizes, hoursPerEcts, audiences, gates, review, appeal } = difference;
  const words = { t, locale };
  const listSizes = (list: NonNullable<typeof sizes>['before']) =>
    list.length === 0 ? [t('packs.size.any')] : list.map((size) => saySize(words, size));
  const listGates = (list: NonNullable<typeof gates>['before']) =>
    list.length === 0
      ? [t('packs.gates.none')]
      : list.map((gate) => `${t(`packs.gate.${gate.step}`)}: ${sayGate(words, gate)}`);
  const sayAppeal = (one: NonNullable<typeof appeal>['before']) =>
    one
      ? t('rules.appeal.is', { days: one.days, body: one.body[locale] ?? Object.values(one.body)[0] ?? '' })
      : t('rules.appeal.none');
  return (
    <>
      <BeforeAfter label={t('rules.sizes')} change={sizes} say={listSizes} />
      <BeforeAfter label={t('rules.hours')} change={hoursPerEcts} say={(hours) => [String(hours)]} />
      {audiences && (
        <section>
          <h4 className="difference-head">{t('rules.audiences')}</h4>
          <ul className="difference-criteria">
            {(['added', 'removed'] as const).flatMap((way) =>
              audiences[way].map(({ code, name }) => (
                <li key={code}>{t(`rules.audience.${way}`, { name: name[locale] ?? code })}</li>
              )),
            )}
          </ul>
        </section>
      )}
      <BeforeAfter label={t('rules.gates')} change={gates} say={listGates} />
      <BeforeAfter
        label={t('rules.review')}
        change={review}
        say={(one) => [t('packs.review.is', { ...one })]}
      />
      <BeforeAfter label={t('rules.appeal')} change={appeal} say={(one) => [sayAppeal(one)]} />
    </>
  );
}
