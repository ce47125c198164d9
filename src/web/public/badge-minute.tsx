import type { Translate } from '../lib/i18n.ts';
import { useT } from '../lib/language.tsx';
import { Content } from '../ui/content-text.tsx';
import { Section } from '../ui/section.tsx';
import { BadgeChecks, BadgeQuestions } from './badge-checks.tsx';
import { BadgeLimits } from './badge-limits.tsx';
import type { BadgeData } from './load-badge.ts';
import { OutcomeList } from './outcome-list.tsx';

/** What this person can do, how it was tested, what this does not say, and the checks. */
export function BadgeMinute({ badge }: { readonly badge: BadgeData }) {
  const t = useT();
  const { content } = badge;
  return (
    <>
      <Section label={sayCanDo(t, badge)} id="outcomes">
        <OutcomeList content={content} proven />
      </Section>
      <Section label={t('badge.tested')}>
        <ul className="paragraphs measure t3">
          {content.assessments.map((assessment) => (
            <li key={assessment.id}>
              <Content text={assessment.title} quiet />
              {assessment.description && (
                <>
                  {': '}
                  <Content text={assessment.description} quiet />
                </>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <BadgeLimits badge={badge} />
      <BadgeChecks badge={badge} />
      <BadgeQuestions badge={badge} />
    </>
  );
}

/** What has ended speaks in the past. */
function sayCanDo(t: Translate, { state, holderName }: BadgeData): string {
  if (state !== 'valid') return t('badge.stated');
  return holderName ? t('badge.can-do', { name: holderName }) : t('badge.can-do-unnamed');
}
