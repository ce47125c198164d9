import type { Card } from '../../features/catalogue/catalogue.schema.ts';
import { nameAssessmentTypes, nameConcept, nameForms, nameLanguages } from '../lib/design-words.ts';
import { formatMonth } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { Content } from '../ui/content-text.tsx';
import { Punches } from '../ui/tags.tsx';
import { DesignMark } from './design-mark.tsx';
import { Offering } from './offering.tsx';

/** A row, not a card: no description, so that rows stay comparable (DESIGN 8). */
export function CatalogueResult({ card }: { readonly card: Card }) {
  const t = useT();
  const locale = useLocale();
  return (
    <li className="result">
      <DesignMark image={card.image} className="result-mark" width={104} lazy />
      <div className="result-main">
        <h3 className="t2">
          <a href={`/designs/${card.id}`} className="quiet-link">
            <Content text={card.title} />
          </a>
        </h3>
        <p className="s mt-0.5 text-ink2">
          <Offering institution={card.institution.name} units={card.units.map(({ name }) => name)} />
        </p>
        <div className="mt-2">
          <Punches
            kind={card.kind}
            eqf={card.eqf ?? undefined}
            ects={card.ects ?? undefined}
            hours={card.hours ?? undefined}
          />
        </div>
        {card.stacksInto && (
          <p className="s result-stacks text-ink2">
            <Content text={card.stacksInto} quiet />
          </p>
        )}
      </div>
      <dl className="result-facts">
        <div>
          <dt>{t('facet.language')}</dt>
          <dd>{nameLanguages(locale, card.instructionLanguages)}</dd>
        </div>
        <div>
          <dt>{t('facet.form')}</dt>
          <dd>{nameForms({ t, locale }, card.participation)}</dd>
        </div>
        <div>
          <dt>{t('facet.assessment')}</dt>
          <dd>{nameAssessmentTypes(locale, card.assessmentTypes)}</dd>
        </div>
      </dl>
      <p className="result-quality">
        {card.qualityAssurance && <span>{nameConcept(locale, 'accreditation', card.qualityAssurance)}</span>}
        <span>
          {t('catalogue.version', { number: card.version, month: formatMonth(locale, card.publishedAt) })}
        </span>
      </p>
    </li>
  );
}
