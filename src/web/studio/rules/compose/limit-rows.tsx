import type { ReactNode } from 'react';
import { useT } from '../../../lib/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { LanguageFields } from '../../designer/language-fields.tsx';
import { RowControls } from '../../designer/row-controls.tsx';
import { InstitutionKinds } from './identity-fields.tsx';
import type { PackFieldsProps } from './pack-fields.ts';

type List = 'sizes' | 'audiences' | 'sources';
type RowsProps = {
  readonly list: List;
  readonly count: number;
  readonly focus: string | undefined;
  readonly row: (at: number) => ReactNode;
};

/** Rows that are few and short: each open, with its buttons. */
function Rows({ list, count, focus, row }: RowsProps) {
  const t = useT();
  return (
    <>
      {count === 0 && <p className="text-ink2">{t(`rules.compose.${list}.none`)}</p>}
      <ol className="editor-rows">
        {Array.from({ length: count }, (_, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
            key={at}
            className="editor-row"
            id={`row-${list}-${at}`}
            tabIndex={-1}
            {...(focus === `${list}-${at}` && { 'data-focus-first': true })}
          >
            <span className="outcome-number" aria-hidden="true">
              {at + 1}
            </span>
            <div className="editor-row-fields">
              {row(at)}
              <RowControls
                list={list}
                at={at}
                count={count}
                name={t(`rules.compose.${list}.row`, { number: at + 1 })}
              />
            </div>
          </li>
        ))}
      </ol>
      <div className="mt-4">
        <Button name="act" value={`add:${list}:0`} formAction={`#${list}`}>
          {t(`rules.compose.${list}.add`)}
        </Button>
      </div>
    </>
  );
}

/** Each that fits the institution and the day counts; a load must fit one of them. */
export function SizeRows({ pack, faults, focus }: PackFieldsProps) {
  const t = useT();
  const { sizes, hoursPerEcts } = pack.limits;
  return (
    <div className="form">
      <TextField
        name="limits.hoursPerEcts"
        inputMode="decimal"
        label={t('rules.hours')}
        defaultValue={hoursPerEcts}
        error={faults['limits.hoursPerEcts']}
        autoComplete="off"
      />
      <div>
        <Rows
          list="sizes"
          count={sizes.length}
          focus={focus}
          row={(at) => {
            const path = `limits.sizes.${at}`;
            const size = sizes[at];
            const field = (name: 'min' | 'max' | 'from' | 'until') => (
              <TextField
                name={`${path}.${name}`}
                {...(name === 'from' || name === 'until' ? { type: 'date' } : { inputMode: 'decimal' })}
                label={t(`rules.size.${name}`)}
                defaultValue={size?.[name] ?? ''}
                error={faults[`${path}.${name}`]}
                autoComplete="off"
                optional
              />
            );
            return (
              <>
                <div className="form-row">
                  <SelectField
                    name={`${path}.unit`}
                    label={t('rules.size.unit')}
                    defaultValue={size?.unit}
                    options={(['ects', 'hours'] as const).map((value) => ({
                      value,
                      label: t(`rules.size.unit.${value}`),
                    }))}
                  />
                  {field('min')}
                  {field('max')}
                </div>
                <div className="form-row">
                  {field('from')}
                  {field('until')}
                </div>
                <details className="editor-more">
                  <summary>{t('rules.field.more')}</summary>
                  <InstitutionKinds name={`${path}.institutionKinds`} chosen={size?.institutionKinds ?? []} />
                </details>
              </>
            );
          }}
        />
      </div>
    </div>
  );
}

export function AudienceRows({ pack, languages, faults, focus }: PackFieldsProps) {
  const t = useT();
  const { audiences } = pack.limits;
  return (
    <Rows
      list="audiences"
      count={audiences.length}
      focus={focus}
      row={(at) => {
        const path = `limits.audiences.${at}`;
        const audience = audiences[at];
        return (
          <>
            <LanguageFields
              name={`${path}.name`}
              label={t('rules.name')}
              text={audience?.name}
              languages={languages}
              faults={faults}
            />
            <div className="form-row">
              <TextField
                name={`${path}.code`}
                label={t('rules.audience.code')}
                hint={t('guide.code.hint.short')}
                defaultValue={audience?.code ?? ''}
                error={faults[`${path}.code`]}
                autoComplete="off"
                spellCheck={false}
              />
              <TextField
                name={`${path}.affiliations`}
                label={t('rules.audience.affiliations')}
                hint={t('rules.audience.affiliations.hint')}
                defaultValue={audience?.affiliations.join(', ') ?? ''}
                error={faults[`${path}.affiliations`]}
                autoComplete="off"
                optional
              />
            </div>
          </>
        );
      }}
    />
  );
}

export function SourceRows({ pack, faults, focus }: PackFieldsProps) {
  const t = useT();
  return (
    <Rows
      list="sources"
      count={pack.sources.length}
      focus={focus}
      row={(at) =>
        (['title', 'url', 'clause'] as const).map((name) => (
          <TextField
            key={name}
            name={`sources.${at}.${name}`}
            label={t(`rules.source.${name}`)}
            defaultValue={pack.sources[at]?.[name] ?? ''}
            error={faults[`sources.${at}.${name}`]}
            autoComplete="off"
            optional={name !== 'title'}
          />
        ))
      }
    />
  );
}
