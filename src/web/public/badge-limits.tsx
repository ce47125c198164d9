import type { TextKey } from '../lib/i18n.ts';
import { useT } from '../lib/language.tsx';
import { Section } from '../ui/section.tsx';
import type { BadgeData } from './load-badge.ts';

/** An identity check of the European list `supervision-verification`. */
const WITH_IDENTITY = ['70be69aaf9', 'df2880c5cb'];

/** As honest as the rest: what a hurried reader might take it to mean. */
export function BadgeLimits({ badge }: { readonly badge: BadgeData }) {
  const t = useT();
  return (
    <Section label={t('badge.does-not-say')} id="limits">
      <p className="t3 measure">
        {listLimits(badge)
          .map((key) => t(key))
          .join(' ')}
      </p>
    </Section>
  );
}

function listLimits({ content, result, holderName }: BadgeData): readonly TextKey[] {
  const seesIdentity = content.assessments.some(({ supervision }) =>
    WITH_IDENTITY.includes(supervision ?? ''),
  );
  return [
    'limit.no-degree',
    ...(content.level.eqf === undefined ? (['limit.no-level'] as const) : []),
    ...(content.workload.ects === undefined ? (['limit.no-credits'] as const) : []),
    ...(seesIdentity ? [] : (['limit.no-identity'] as const)),
    ...(result === null
      ? [
          content.gradeScheme.scheme === 'pass-fail'
            ? ('limit.pass-fail' as const)
            : ('limit.no-grade' as const),
        ]
      : []),
    ...(holderName === null ? (['limit.no-name'] as const) : []),
  ];
}
