import type { ShownAccreditation } from '../../features/accreditations/accreditations.schema.ts';
import { sayAccreditation } from '../../formats/accreditations.ts';
import type { Accreditation, Language } from '../../formats/facts.ts';
import { formatDay } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { Section } from '../ui/section.tsx';
import { type State, StateMark } from '../ui/state-mark.tsx';
import { type Found, judgeOnDay } from './judge-accreditation.ts';

/** Who guaranteed the provider from outside, as the version says it, and what became of that. */
export function ExternalQuality({
  accreditations = [],
  recorded,
  today,
  awardedOn,
  fallback,
}: {
  readonly accreditations: readonly Accreditation[] | undefined;
  readonly recorded: readonly ShownAccreditation[];
  readonly today: string;
  /** Of a badge; a title has only a today. */
  readonly awardedOn?: string;
  readonly fallback: Language;
}) {
  const t = useT();
  const locale = useLocale();
  if (accreditations.length === 0) return null;
  return (
    <Section
      label={t('external-quality')}
      note={t(awardedOn ? 'external-quality.badge-note' : 'external-quality.design-note')}
      id="external-quality"
    >
      <ul className="rows">
        {accreditations.map((one) => {
          const { title, sentence, source } = sayAccreditation(one, locale, fallback);
          return (
            <li key={one.id} className="py-4">
              <h3 className="h3">{title}</h3>
              <p className="measure">{sentence}</p>
              <p className="s mt-1">
                <a href={one.url}>{source}</a>
              </p>
              <ul className="mt-2">
                {awardedOn && (
                  <OnDay
                    judged={judgeOnDay(one, recorded, awardedOn)}
                    when={t('external-quality.award-day', { day: formatDay(locale, awardedOn) })}
                  />
                )}
                <OnDay
                  judged={judgeOnDay(one, recorded, today)}
                  when={t('external-quality.today', { day: formatDay(locale, today) })}
                />
              </ul>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** Expired is no fault of the badge: it says what was so. */
const STATES: Readonly<Record<Found, State>> = {
  'in-force': 'passed',
  renewed: 'passed',
  expired: 'warning',
  'not-yet': 'warning',
  withdrawn: 'failed',
};

function OnDay({
  judged: { found, by },
  when,
}: {
  readonly judged: ReturnType<typeof judgeOnDay>;
  readonly when: string;
}) {
  const t = useT();
  const locale = useLocale();
  const day = (of: string | null) => (of === null ? '' : formatDay(locale, of));
  const words = {
    'in-force': by.validUntil
      ? t('external-quality.in-force-until', { day: day(by.validUntil) })
      : t('external-quality.in-force'),
    renewed: by.validUntil
      ? t('external-quality.renewed-until', { day: day(by.validUntil) })
      : t('external-quality.renewed'),
    expired: t('external-quality.expired', { day: day(by.validUntil) }),
    'not-yet': t('external-quality.not-yet', { day: day(by.validFrom) }),
    withdrawn: t('external-quality.withdrawn', { day: day(by.withdrawnOn) }),
  } satisfies Record<Found, string>;
  return (
    <li>
      <StateMark state={STATES[found]}>
        {when}: {words[found]}
      </StateMark>
    </li>
  );
}
