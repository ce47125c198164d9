import { sayGrade } from '../../formats/grades.ts';
import { nameConcept, nameLanguages, sayLevel } from '../lib/design-words.ts';
import { formatDay, formatInstant } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { Content } from '../ui/content-text.tsx';
import { type Fact, FactList } from '../ui/facts.tsx';
import { Section } from '../ui/section.tsx';
import { AssessmentTable } from './assessment-table.tsx';
import { BadgeChecks, BadgeQuestions } from './badge-checks.tsx';
import { BadgeLimits } from './badge-limits.tsx';
import { ExternalQuality } from './external-quality.tsx';
import { listSkills } from './list-skills.ts';
import type { BadgeData } from './load-badge.ts';
import { OutcomeList } from './outcome-list.tsx';

/** Everything that the public edition says, in the order of the European annex. */
export function BadgeFull({ badge }: { readonly badge: BadgeData }) {
  const t = useT();
  const { content } = badge;
  return (
    <>
      <Section label={t('badge.about')} id="about">
        <p className="t3 measure">
          <Content text={content.description} />
        </p>
      </Section>
      <Section label={t('badge.outcomes')} id="outcomes">
        <OutcomeList content={content} proven />
      </Section>
      <Section label={t('design.assessment.past')} id="assessment">
        <AssessmentTable content={content} />
      </Section>
      <Achieved badge={badge} />
      <Elements badge={badge} />
      <ExternalQuality
        accreditations={content.accreditations}
        recorded={badge.external.accreditations}
        today={badge.external.today}
        awardedOn={badge.awardedOn}
        fallback={content.defaultLanguage}
      />
      <BadgeLimits badge={badge} />
      <BadgeChecks badge={badge} />
      <Documents badge={badge} />
      <BadgeQuestions badge={badge} />
    </>
  );
}

/** Only what the holder chose to show. */
function Achieved({ badge }: { readonly badge: BadgeData }) {
  const t = useT();
  const locale = useLocale();
  const { result, narrative, evidence, content } = badge;
  if (result === null && narrative === null && evidence.length === 0) return null;
  return (
    <Section label={t('badge.achieved')} note={t('badge.achieved.note')} id="achieved">
      <div className="paragraphs measure">
        {result !== null && (
          <p className="t2">{t('badge.result', { result: sayGrade(content.gradeScheme, result, locale) })}</p>
        )}
        {narrative && <p className="t3">{narrative}</p>}
        {evidence.length > 0 && (
          <ul className="link-list">
            {evidence.map(({ url, name, narrative: text }) => (
              <li key={url ?? name ?? text}>
                {url ? <a href={url}>{name ?? url}</a> : name}
                {text && <span className="s block text-ink2">{text}</span>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}

function Elements({ badge: { content, awardedOn, expiresOn } }: { readonly badge: BadgeData }) {
  const t = useT();
  const locale = useLocale();
  const quality = content.qualityAssurance;
  const skills = listSkills(content);
  const facts: readonly (Fact | undefined)[] = [
    { label: t('badge.awarded'), value: formatDay(locale, awardedOn) },
    { label: t('fact.validity'), value: expiresOn ? formatDay(locale, expiresOn) : t('fact.validity.none') },
    { label: t('fact.level'), value: sayLevel({ t, locale }, content.level) ?? t('fact.level.none') },
    content.level.qfEhea && {
      label: t('fact.cycle'),
      value: nameConcept(locale, 'qfEhea', content.level.qfEhea),
    },
    { label: t('fact.language'), value: nameLanguages(locale, content.instructionLanguages) },
    content.iscedF && { label: t('fact.field'), value: nameConcept(locale, 'iscedF', content.iscedF) },
    content.audience && { label: t('design.audience'), value: <Content text={content.audience} /> },
    content.prerequisites && {
      label: t('design.prerequisites'),
      value: <Content text={content.prerequisites} />,
    },
    quality && {
      label: t('design.quality'),
      value: (
        <>
          <Content text={quality.statement} />
          {quality.framework && (
            <span className="s block text-ink2">
              <Content text={quality.framework} quiet />
            </span>
          )}
        </>
      ),
    },
    content.stackability && {
      label: t('design.leads-to'),
      value: content.stackability.statement ? (
        <Content text={content.stackability.statement} />
      ) : (
        t(`stackability.${content.stackability.kind}`)
      ),
    },
    skills.length > 0 && {
      label: t('design.skills'),
      value: skills.map(({ targetUrl, targetName, targetFramework, targetCode }) => (
        <span key={targetUrl} className="block">
          <a href={targetUrl}>{targetName}</a>{' '}
          <span className="s text-ink2">{[targetFramework, targetCode].filter(Boolean).join(', ')}</span>
        </span>
      )),
    },
    content.furtherInformation && {
      label: t('design.more'),
      value: <Content text={content.furtherInformation} />,
    },
  ].map((fact) => fact || undefined);
  return (
    <Section label={t('badge.elements')} id="elements">
      <FactList facts={facts.filter((fact) => fact !== undefined)} />
    </Section>
  );
}

function Documents({ badge }: { readonly badge: BadgeData }) {
  const t = useT();
  const locale = useLocale();
  const design = new URL(badge.design.url).pathname;
  return (
    <Section label={t('badge.documents')} id="documents">
      <FactList
        facts={[
          {
            label: t('badge.download'),
            value: (
              <>
                <a href={`/c/${badge.id}.json`}>Open Badges 3.0</a>
                {' · '}
                <a href={`/c/${badge.id}.jwt`}>JWT</a>
                {' · '}
                <a href={`/c/${badge.id}.png`}>PNG</a>
                {' · '}
                <a href={`/c/${badge.id}.svg`}>SVG</a>
                {' · '}
                <a href={`/c/${badge.id}.pdf`}>PDF</a>
                {badge.formats.includes('ob2-hosted') && (
                  <>
                    {' · '}
                    <a href={`/c/${badge.id}/ob2`}>Open Badges 2.0</a>
                  </>
                )}
              </>
            ),
          },
          {
            label: t('badge.design'),
            value: <a href={design}>{t('design.version', { number: badge.design.version })}</a>,
          },
          { label: t('badge.address'), value: <span className="mono">{badge.url}</span> },
          { label: t('badge.issuer-did'), value: <span className="mono">{badge.issuer.did}</span> },
          { label: t('design.hash'), value: <span className="mono">sha256 {badge.design.contentHash}</span> },
          { label: t('badge.published'), value: formatInstant(locale, badge.publishedAt) },
        ]}
      />
    </Section>
  );
}
