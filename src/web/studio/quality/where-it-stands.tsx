import { sayCause } from '../../features/feedback/say-cause.ts';
import { formatDay, formatInstantDay } from '../../lib/formatting.ts';
import type { Locale, Translate } from '../../lib/i18n.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Content } from '../../ui/content-text.tsx';
import { type Fact, FactList } from '../../ui/facts.tsx';
import { StatusBar } from '../../ui/status-bar.tsx';
import { Steps } from '../../ui/steps.tsx';
import { handedInAddressOf } from './addresses.ts';
import type { Quality } from './find-quality.ts';
import { listSteps, standingOf } from './list-steps.ts';
import { lookUp } from './look-up.ts';

/** The one sentence a hurried reader may leave with, and the way drawn below it. */
export function WhereItStands({ quality }: { readonly quality: Quality }) {
  const t = useT();
  const locale = useLocale();
  const { state, since } = quality;
  const { names, current } = listSteps(quality.route, state);
  return (
    <div className="quality-standing">
      <StatusBar
        state={standingOf(state)}
        title={sayState(t, state)}
        note={
          <>
            {lookUp(t, `workbench.state.${state}.means`)}{' '}
            {t('workbench.since', { date: formatInstantDay(locale, since) })}
          </>
        }
      />
      <ReviewCalled quality={quality} />
      <Steps names={names.map((name) => t(`workbench.step.${name}`))} current={current} />
      {quality.change && (
        <p className="s measure">
          <b>{t('workbench.change')}.</b> {t(`workbench.change.${quality.change.class}`)}
        </p>
      )}
      {quality.changedSince && (
        <StatusBar
          state="warning"
          title={t('workbench.changed-since')}
          note={t('workbench.changed-since.note')}
        />
      )}
    </div>
  );
}

/** While a review is due or runs: why, and what it rests on once it began. */
function ReviewCalled({ quality: { events, state } }: { readonly quality: Quality }) {
  const t = useT();
  const locale = useLocale();
  const called = events.findLast(({ act }) => act === 'call-review');
  const runs = state === 'review-due' || state === 'in-review';
  if (!called || !runs) return null;
  return (
    <p className="s measure">
      {called.causes.length > 0 && (
        <>
          <b>{t('review.why')}.</b> {called.causes.map((cause) => sayCause(t, locale, cause)).join('; ')}.{' '}
        </>
      )}
      {state === 'in-review' && <a href="review">{t('review.read')}</a>}
    </p>
  );
}

export function sayState(t: Translate, state: string): string {
  return lookUp(t, `workbench.state.${state}`) ?? state;
}

type FactsProps = { readonly design: string; readonly quality: Quality };

/** At the right: by when, by whose rules, who. */
export function QualityFacts({ design, quality }: FactsProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <aside className="findings" aria-labelledby="quality-facts">
      <h2 id="quality-facts" className="h3">
        {t('workbench.facts')}
      </h2>
      <div className="quality-facts">
        <FactList facts={listFacts(t, locale, { design, quality })} />
      </div>
      <Similar similar={quality.similar} />
    </aside>
  );
}

function listFacts(t: Translate, locale: Locale, { design, quality }: FactsProps): readonly Fact[] {
  const day = (label: Fact['label'], value: string | null): readonly Fact[] =>
    value === null ? [] : [{ label, value: formatDay(locale, value) }];
  const { pack, makers, expert, offered } = quality;
  return [
    ...day(t('workbench.fact.target'), quality.target),
    {
      label: t('workbench.fact.pack'),
      value: (
        <>
          <Content text={pack.name} quiet /> <span className="mono block">{pack.ref}</span>
        </>
      ),
    },
    { label: t('workbench.fact.version'), value: String(quality.cycle) },
    {
      label: t('workbench.fact.round'),
      value:
        quality.round === 0 ? (
          t('workbench.fact.round.none')
        ) : (
          <a href={handedInAddressOf(design, locale)}>
            {t('workbench.round', { number: quality.round })} (PDF)
          </a>
        ),
    },
    {
      label: t('workbench.fact.expert'),
      value: expert ? nameOf(t, expert) : t('workbench.fact.expert.none'),
    },
    ...(makers.length > 0
      ? [{ label: t('workbench.fact.makers'), value: makers.map((one) => nameOf(t, one)).join(', ') }]
      : []),
    ...day(t('workbench.fact.review'), quality.reviewDue),
    ...day(t('workbench.fact.stops'), quality.stopsOn),
    ...(offered
      ? [
          {
            label: t('workbench.fact.offered'),
            value: t('workbench.fact.offered.is', {
              number: offered.version,
              state: sayState(t, offered.state).toLocaleLowerCase(),
            }),
          },
        ]
      : []),
  ];
}

/** Whoever left has no name here any more. */
export function nameOf(t: Translate, person: { readonly name: string } | null): string {
  return person?.name || t('workbench.someone');
}

function Similar({ similar }: { readonly similar: Quality['similar'] }) {
  const t = useT();
  if (similar.length === 0) return null;
  return (
    <div className="mt-6">
      <h3 className="h3">{t('workbench.similar')}</h3>
      <p className="s mt-1 text-ink2">{t('workbench.similar.note')}</p>
      <ul className="quality-similar s">
        {similar.map(({ title, url, likeness }) => (
          <li key={url}>
            <a href={new URL(url, 'https://x.invalid').pathname}>{title}</a>{' '}
            <span className="text-ink2">
              {t('workbench.similar.likeness', { share: Math.round(likeness * 100) })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
