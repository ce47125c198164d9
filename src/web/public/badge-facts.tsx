import {
  nameAssessmentTypes,
  nameConcept,
  nameCountry,
  nameForms,
  nameLanguages,
  nameSupervision,
  sayLevel,
  sayLoad,
} from '../lib/design-words.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { Facts } from '../ui/facts.tsx';
import type { BadgeData } from './load-badge.ts';

/** The strip of eight European facts. */
export function BadgeFacts({ badge: { content, issuer } }: { readonly badge: BadgeData }) {
  const t = useT();
  const locale = useLocale();
  const words = { t, locale };
  const quality = content.qualityAssurance;
  return (
    <div className="mt-8">
      <Facts
        facts={[
          { label: t('fact.level'), value: sayLevel(words, content.level) ?? t('fact.level.none') },
          { label: t('fact.load'), value: sayLoad(words, content.workload) ?? t('fact.not-stated') },
          { label: t('fact.form'), value: nameForms(words, content.participation) },
          { label: t('fact.language'), value: nameLanguages(locale, content.instructionLanguages) },
          {
            label: t('fact.assessed-by'),
            value: nameAssessmentTypes(
              locale,
              content.assessments.map(({ type }) => type),
            ),
          },
          { label: t('fact.supervision'), value: nameSupervision(words, content) ?? t('fact.not-stated') },
          { label: t('fact.country'), value: nameCountry(locale, issuer.country) },
          {
            label: t('fact.quality'),
            value: quality ? nameConcept(locale, 'accreditation', quality.type) : t('fact.not-stated'),
          },
        ]}
      />
    </div>
  );
}
