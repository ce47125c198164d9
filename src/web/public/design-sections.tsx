import {
  nameAssessmentTypes,
  nameConcept,
  nameCountry,
  nameForms,
  nameLanguages,
  sayLevel,
  sayLoad,
} from '../lib/design-words.ts';
import { formatInstantDay } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { Content } from '../ui/content-text.tsx';
import { type Fact, FactList, Facts } from '../ui/facts.tsx';
import { Section } from '../ui/section.tsx';
import { AssessmentTable } from './assessment-table.tsx';
import { ChangeList } from './change-list.tsx';
import { EndorsedBy } from './endorsed-by.tsx';
import { ExternalQuality } from './external-quality.tsx';
import { listSkills } from './list-skills.ts';
import type { DesignFacts } from './load-design.ts';
import { OutcomeList } from './outcome-list.tsx';
import { SaidOfIt } from './said-of-it.tsx';
import { sayApproval } from './say-approval.tsx';

/** In the order of the European annex (DESIGN 8, "Credential design"). */
export function DesignSections({ design }: { readonly design: DesignFacts }) {
  const t = useT();
  const { content } = design;
  const skills = listSkills(content);
  return (
    <>
      <Section label={t('design.outcomes')} note={t('design.outcomes.note')} id="outcomes">
        <OutcomeList content={content} />
      </Section>
      <Section label={t('design.assessment')} id="assessment">
        <AssessmentTable content={content} />
      </Section>
      <LoadAndLevel design={design} />
      <Audience design={design} />
      <Quality design={design} />
      <ExternalQuality
        accreditations={content.accreditations}
        recorded={design.external.accreditations}
        today={design.external.today}
        fallback={content.defaultLanguage}
      />
      {content.stackability && (
        <Section label={t('design.leads-to')} id="leads-to">
          <p className="t3 measure">
            {content.stackability.statement ? (
              <Content text={content.stackability.statement} />
            ) : (
              t(`stackability.${content.stackability.kind}`)
            )}
          </p>
          {content.programme?.programmeName && (
            <p className="s mt-2 text-ink2">{content.programme.programmeName}</p>
          )}
        </Section>
      )}
      {skills.length > 0 && (
        <Section label={t('design.skills')} id="skills">
          <ul className="link-list">
            {skills.map((skill) => (
              <li key={skill.targetUrl}>
                <a href={skill.targetUrl}>{skill.targetName}</a>
                {(skill.targetFramework || skill.targetCode) && (
                  <span className="s text-ink2">
                    {' '}
                    {[skill.targetFramework, skill.targetCode].filter(Boolean).join(', ')}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <SaidOfIt feedback={design.feedback} />
      <EndorsedBy endorsements={design.endorsements} />
      <ChangeList changes={design.changes} />
      <Versions design={design} />
    </>
  );
}

function LoadAndLevel({ design }: { readonly design: DesignFacts }) {
  const t = useT();
  const locale = useLocale();
  const words = { t, locale };
  const { content } = design;
  const facts: readonly Fact[] = [
    { label: t('fact.load'), value: sayLoad(words, content.workload) ?? t('fact.not-stated') },
    { label: t('fact.level'), value: sayLevel(words, content.level) ?? t('fact.level.none') },
    { label: t('fact.language'), value: nameLanguages(locale, content.instructionLanguages) },
    { label: t('fact.form'), value: nameForms(words, content.participation) },
    { label: t('fact.country'), value: nameCountry(locale, design.institution.country) },
    {
      label: t('fact.field'),
      value: content.iscedF ? nameConcept(locale, 'iscedF', content.iscedF) : t('fact.not-stated'),
    },
    {
      label: t('fact.assessed-by'),
      value: nameAssessmentTypes(
        locale,
        content.assessments.map(({ type }) => type),
      ),
    },
    {
      label: t('fact.validity'),
      value: content.validityMonths
        ? t('fact.validity.months', { count: content.validityMonths })
        : t('fact.validity.none'),
    },
  ];
  return (
    <Section label={t('design.load')} id="load">
      <Facts facts={facts} />
    </Section>
  );
}

function Audience({ design: { content } }: { readonly design: DesignFacts }) {
  const t = useT();
  if (!content.audience && !content.prerequisites && !content.furtherInformation) return null;
  return (
    <Section label={t('design.audience')} id="audience">
      <div className="paragraphs measure">
        {content.audience && (
          <p className="t3">
            <Content text={content.audience} />
          </p>
        )}
        {content.prerequisites && (
          <p>
            <b>{t('design.prerequisites')}</b> <Content text={content.prerequisites} />
          </p>
        )}
        {content.furtherInformation && (
          <p className="text-ink2">
            <Content text={content.furtherInformation} />
          </p>
        )}
      </div>
    </Section>
  );
}

function Quality({ design: { content, quality: judged } }: { readonly design: DesignFacts }) {
  const t = useT();
  const locale = useLocale();
  const quality = content.qualityAssurance;
  if (!quality) return null;
  return (
    <Section label={t('design.quality')} id="quality">
      <FactList
        facts={[
          ...sayApproval({ t, locale }, judged),
          { label: t('quality.statement'), value: <Content text={quality.statement} /> },
          { label: t('quality.type'), value: nameConcept(locale, 'accreditation', quality.type) },
          ...(quality.framework
            ? [{ label: t('quality.framework'), value: <Content text={quality.framework} /> }]
            : []),
          ...(quality.url
            ? [{ label: t('quality.source'), value: <a href={quality.url}>{new URL(quality.url).host}</a> }]
            : []),
        ]}
      />
    </Section>
  );
}

function Versions({ design }: { readonly design: DesignFacts }) {
  const t = useT();
  const locale = useLocale();
  const path = `/designs/${design.id}/versions`;
  const facts: readonly Fact[] = [
    ...design.versions.map(({ number, publishedAt }) => ({
      label: t('design.version', { number }),
      value: (
        <>
          {t('design.version.since', { date: formatInstantDay(locale, publishedAt) })}
          {' · '}
          {number === design.version.number ? (
            <b>{t('design.version.this')}</b>
          ) : (
            <a href={`${path}/${number}`}>{t('design.version.see')}</a>
          )}
        </>
      ),
    })),
    {
      label: t('design.hash'),
      value: (
        <>
          <span className="mono">sha256 {design.version.contentHash}</span>
          <span className="s block text-ink2">{t('design.hash.note')}</span>
        </>
      ),
    },
    {
      label: t('design.download'),
      value: (
        <>
          <a href={`${path}/${design.version.number}?v=3_0&lang=${locale}`}>Open Badges 3.0</a>
          {' · '}
          <a href={`${path}/${design.version.number}?v=2_0&lang=${locale}`}>Open Badges 2.0</a>
        </>
      ),
    },
    {
      label: t('design.languages'),
      value: nameLanguages(locale, design.version.languages),
    },
  ];
  return (
    <Section label={t('design.versions')} id="versions">
      <FactList facts={facts} />
    </Section>
  );
}
