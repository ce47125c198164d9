import type { Assessment } from '../../../formats/facts.ts';
import { nameConcept } from '../../lib/design-words.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { Content } from '../../ui/content-text.tsx';
import { SelectField } from '../../ui/field.tsx';
import { addressOf } from '../designer/addresses.ts';
import { LanguageFields } from '../designer/language-fields.tsx';
import type { DossierProps } from './dossier-props.ts';

export function AssessmentsPart(props: DossierProps) {
  const t = useT();
  const { design } = props;
  const { assessments } = design.content;
  if (assessments.length === 0)
    return (
      <p className="measure">
        {t('workbench.assessments.none')}{' '}
        <a href={addressOf(design.id, 'assessments')}>{t('workbench.assessments.write')}</a>
      </p>
    );
  return (
    <ol className="editor-rows">
      {assessments.map((assessment, at) => (
        <li key={assessment.id} id={`row-${assessment.id}`} tabIndex={-1} className="editor-row">
          <span className="outcome-number" aria-hidden="true">
            {at + 1}
          </span>
          <div className="editor-row-fields">
            <AssessmentFields {...props} assessment={assessment} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function AssessmentFields({
  dossier,
  languages,
  faults,
  assessment,
}: DossierProps & { readonly assessment: Assessment }) {
  const t = useT();
  const locale = useLocale();
  const kept = dossier.assessments[assessment.id];
  const name = `dossier.assessments.${assessment.id}`;
  const shared = { languages, faults };
  return (
    <>
      <div>
        <p className="t3 outcome-now">
          <Content text={Object.keys(assessment.title).length > 0 ? assessment.title : { en: '…' }} quiet />
        </p>
        <p className="s text-ink2">
          {nameConcept(locale, 'assessment', assessment.type)}
          {assessment.supervision && ` · ${nameConcept(locale, 'supervision', assessment.supervision)}`}
        </p>
      </div>
      <div className="assessment-place">
        <SelectField
          name={`${name}.place`}
          label={t('workbench.assessment.place')}
          defaultValue={kept?.place ?? ''}
          error={faults[`${name}.place`]}
          options={[
            { value: '', label: t('studio.not-said') },
            ...(['on-site', 'online', 'workplace'] as const).map((value) => ({
              value,
              label: t(`workbench.place.${value}`),
            })),
          ]}
        />
      </div>
      <div>
        <Checkbox
          name={`${name}.mustPass`}
          value="yes"
          label={t('workbench.assessment.must-pass')}
          hint={t('workbench.assessment.must-pass.hint')}
          defaultChecked={kept?.mustPass ?? false}
        />
        <Checkbox
          name={`${name}.secondExaminer`}
          value="yes"
          label={t('workbench.assessment.second')}
          hint={t('workbench.assessment.second.hint')}
          defaultChecked={kept?.secondExaminer ?? false}
        />
      </div>
      <LanguageFields
        {...shared}
        name={`${name}.resit`}
        label={t('workbench.assessment.resit')}
        hint={t('workbench.assessment.resit.hint')}
        text={kept?.resit}
        lines={2}
      />
      <LanguageFields
        {...shared}
        name={`${name}.unsupervisedJustification`}
        label={t('workbench.assessment.unsupervised')}
        hint={t('workbench.assessment.unsupervised.hint')}
        text={kept?.unsupervisedJustification}
        lines={2}
        optional
      />
    </>
  );
}
