import { chooseText } from '../lib/content-text.ts';
import { formatDay } from '../lib/formatting.ts';
import type { TextKey } from '../lib/i18n.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { Content } from '../ui/content-text.tsx';
import { Punches } from '../ui/tags.tsx';
import { Waarmerk } from '../ui/waarmerk.tsx';
import { DesignMark } from './design-mark.tsx';
import type { BadgeData } from './load-badge.ts';

const assurances = {
  institution: 'name.verified',
  issuer: 'name.stated',
  holder: 'name.confirmed',
} as const satisfies Record<string, TextKey>;

/** Title, holder with the assurance of the name, issuer, day; the mark at the right. */
export function BadgeHead({ badge }: { readonly badge: BadgeData }) {
  const t = useT();
  const locale = useLocale();
  const { content, issuer } = badge;
  return (
    <div className="hero hero-mark grid12">
      <div>
        <h1 className="t1">
          <Content text={content.title} />
        </h1>
        <Holder badge={badge} />
        <p className="lead mt-5">
          <Content text={issuer.name} quiet />
        </p>
        <p className="s text-ink2">
          <a href={new URL(issuer.url).pathname}>{t('badge.in-register')}</a>
          {` · ${t('badge.awarded-on', { date: formatDay(locale, badge.awardedOn) })} · `}
          {badge.expiresOn
            ? t(badge.state === 'expired' ? 'badge.expired-on' : 'badge.expires-on', {
                date: formatDay(locale, badge.expiresOn),
              })
            : t('badge.no-expiry')}
        </p>
        <div className="mt-4">
          <Punches
            kind={content.kind}
            eqf={content.level.eqf}
            ects={content.workload.ects}
            hours={content.workload.hours}
          />
        </div>
        <Ended badge={badge} />
      </div>
      <BadgeMark badge={badge} />
    </div>
  );
}

function Holder({ badge }: { readonly badge: BadgeData }) {
  const t = useT();
  if (!badge.holderName) return <p className="mt-4 text-ink2">{t('badge.no-name')}</p>;
  return (
    <div className="mt-4">
      <p className="s text-ink2">{t('badge.awarded-to')}</p>
      <p className="holder">{badge.holderName}</p>
      {badge.nameSource && <p className="s text-ink2">{t(assurances[badge.nameSource])}</p>}
    </div>
  );
}

/** A picture of a page that ended must not pass for one that stands: the mark is then shown blind (DESIGN 8). */
function BadgeMark({ badge: { state, mark, image } }: { readonly badge: BadgeData }) {
  const t = useT();
  if (state === 'valid')
    return (
      <DesignMark image={{ ...image, drawn: mark.drawn }} width={416} speaks className="hero-mark-picture" />
    );
  return (
    <Waarmerk
      hash={mark.hash}
      palette={mark.inks}
      pixels={416}
      variant="blind"
      label={t('badge.blind')}
      className="hero-mark-picture"
    />
  );
}

const reasons: Readonly<Record<string, TextKey>> = {
  'issued-in-error': 'badge.reason.issued-in-error',
  'assessment-invalid': 'badge.reason.assessment-invalid',
  fraud: 'badge.reason.fraud',
  superseded: 'badge.reason.superseded',
  'requested-by-holder': 'badge.reason.requested-by-holder',
};

/** What happened, and what it means; one paragraph. */
function Ended({ badge }: { readonly badge: BadgeData }) {
  const t = useT();
  const locale = useLocale();
  if (badge.state === 'valid') return null;
  const issuer = chooseText(badge.issuer.institution, locale).text;
  const reason = t(reasons[badge.revocation?.reason ?? ''] ?? 'badge.reason.other');
  return (
    <div className="badge-ended measure">
      {badge.state === 'expired' ? (
        <p>{t('badge.expired.text')}</p>
      ) : (
        <p>{t('badge.revoked', { issuer, reason })}</p>
      )}
      <p className="text-ink2">{t(`badge.means.${badge.state}`)}</p>
    </div>
  );
}
