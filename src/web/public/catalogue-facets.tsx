import type { Facet } from '../../features/catalogue/catalogue.schema.ts';
import { chooseText } from '../lib/content-text.ts';
import { nameConcept, nameForm, nameLanguage } from '../lib/design-words.ts';
import type { Locale, TextKey, Translate } from '../lib/i18n.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/choices.tsx';
import type { Chosen, FacetName } from './catalogue-query.ts';

type Value = Facet['values'][number];
type Words = { readonly t: Translate; readonly locale: Locale };

/** Facets with more values than this fold away those that nothing in the catalogue has. */
const SHORT = 5;
/** With more providers than this, units are folded away. */
const MANY_PROVIDERS = 14;

type FacetsProps = { readonly facets: readonly Facet[]; readonly chosen: Chosen; readonly total: number };

/** Beside the results; on a narrow screen a sheet over the page (a popover, which needs no script). */
export function CatalogueFacets({ facets, chosen, total }: FacetsProps) {
  const t = useT();
  return (
    <div id="filters" className="catalogue-filters" popover="auto">
      <div className="catalogue-filters-head">
        <h2 className="h2">{t('catalogue.filters')}</h2>
        <button
          type="button"
          className="button button-tertiary"
          popoverTarget="filters"
          popoverTargetAction="hide"
        >
          {t('frame.close')}
        </button>
      </div>
      <h2 className="sr-only catalogue-filters-title">{t('catalogue.filters')}</h2>
      <div data-live="facets">
        {facets.map((facet) => (
          <FacetGroup key={facet.name} facet={facet} chosen={chosen[facet.name]} />
        ))}
      </div>
      <div className="catalogue-filters-foot">
        <Button variant="primary" data-apply>
          {t('catalogue.show', { count: total })}
        </Button>
      </div>
    </div>
  );
}

function FacetGroup({ facet, chosen }: { readonly facet: Facet; readonly chosen: readonly string[] }) {
  const t = useT();
  const hidesUnits = facet.name === 'provider' && facet.values.length > MANY_PROVIDERS;
  const isFolded = ({ value, total }: Value) =>
    (total === 0 || (hidesUnits && value.includes('/'))) && !chosen.includes(value);
  const folds = facet.values.length > SHORT;
  const shown = folds ? facet.values.filter((value) => !isFolded(value)) : facet.values;
  const folded = folds ? facet.values.filter(isFolded) : [];
  return (
    <fieldset className="facet">
      <legend className="facet-name">{t(`facet.${facet.name}`)}</legend>
      <FacetValues name={facet.name} values={shown} chosen={chosen} />
      {folded.length > 0 && (
        <details className="facet-more">
          <summary>{t('facet.more', { count: folded.length })}</summary>
          <FacetValues name={facet.name} values={folded} chosen={chosen} />
        </details>
      )}
    </fieldset>
  );
}

type ValuesProps = {
  readonly name: FacetName;
  readonly values: readonly Value[];
  readonly chosen: readonly string[];
};

function FacetValues({ name, values, chosen }: ValuesProps) {
  const t = useT();
  const locale = useLocale();
  return values.map((value) => {
    const isChosen = chosen.includes(value.value);
    return (
      <Checkbox
        key={value.value}
        id={`${name}-${value.value.replaceAll('/', '-')}`}
        name={name}
        value={value.value}
        defaultChecked={isChosen}
        disabled={value.count === 0 && !isChosen}
        count={value.count}
        label={
          <span className={value.value.includes('/') ? 'facet-unit' : undefined}>
            {nameValue({ t, locale }, name, value)}
          </span>
        }
      />
    );
  });
}

const fixed: Readonly<Partial<Record<FacetName, Readonly<Record<string, TextKey>>>>> = {
  kind: {
    microcredential: 'kind.microcredential',
    'proof-of-competence': 'kind.proof-of-competence',
    edubadge: 'kind.edubadge',
  },
  load: {
    'up-to-2': 'facet.load.up-to-2',
    '3-5': 'facet.load.3-5',
    '6-15': 'facet.load.6-15',
    '16-30': 'facet.load.16-30',
    more: 'facet.load.more',
  },
  level: { none: 'facet.level.none' },
};

export function nameValue({ t, locale }: Words, name: FacetName, { value, name: text }: Value): string {
  const key = fixed[name]?.[value];
  if (key) return t(key);
  if (name === 'level') return t('level.eqf', { level: value });
  if (name === 'language') return nameLanguage(locale, value);
  if (name === 'form') return nameForm({ t, locale }, value);
  if (name === 'assessment') return nameConcept(locale, 'assessment', value);
  return text ? chooseText(text, locale).text : value;
}
