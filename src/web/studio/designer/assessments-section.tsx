import type { Assessment } from '../../../formats/facts.ts';
import { listConcepts } from '../../../formats/vocabularies.ts';
import { nameConcept } from '../../lib/design-words.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { LanguageFields } from './language-fields.tsx';
import { RowControls } from './row-controls.tsx';
import type { SectionProps } from './section-props.ts';

export function AssessmentsSection(props: SectionProps) {
  const { content, ...rest } = props;
  const t = useT();
  const { assessments } = content;
  return (
    <>
      <ol className="editor-rows" id="content.assessments" tabIndex={-1}>
        {assessments.map((assessment, at) => (
          <li key={assessment.id} id={`row-${assessment.id}`} tabIndex={-1} className="editor-row">
            <span className="outcome-number" aria-hidden="true">
              {at + 1}
            </span>
            <div className="editor-row-fields">
              <AssessmentFields {...props} assessment={assessment} at={at} />
              <RowControls
                list="assessments"
                at={at}
                count={assessments.length}
                name={t('studio.assessment', { number: at + 1 })}
              />
            </div>
          </li>
        ))}
      </ol>
      {assessments.length === 0 && <p className="text-ink2">{t('studio.assessments.none')}</p>}
      <div>
        <Button name="act" value="add:assessments:0">
          {t('studio.assessments.add')}
        </Button>
      </div>
      <h2 className="h3 mt-4">{t('studio.result')}</h2>
      <GradeScheme {...props} />
      <LanguageFields
        {...rest}
        name="content.passRule"
        label={t('studio.result.pass-rule')}
        hint={t('studio.result.pass-rule.hint')}
        text={content.passRule}
        lines={2}
        optional
      />
    </>
  );
}

function AssessmentFields({
  assessment,
  at,
  content: _,
  ...rest
}: SectionProps & { readonly assessment: Assessment; readonly at: number }) {
  const t = useT();
  const locale = useLocale();
  const name = `content.assessments.${at}`;
  return (
    <>
      <input type="hidden" name={`${name}.id`} value={assessment.id} />
      <LanguageFields
        {...rest}
        name={`${name}.title`}
        label={t('studio.assessment.title')}
        text={assessment.title}
      />
      <div className="form-row">
        <SelectField
          name={`${name}.type`}
          label={t('studio.assessment.type')}
          defaultValue={assessment.type}
          error={rest.faults[`${name}.type`]}
          options={listConcepts('assessment').map(({ code }) => ({
            value: code,
            label: nameConcept(locale, 'assessment', code),
          }))}
        />
        <TextField
          name={`${name}.weight`}
          label={t('studio.assessment.weight')}
          inputMode="decimal"
          defaultValue={assessment.weight ?? ''}
          error={rest.faults[`${name}.weight`]}
          autoComplete="off"
        />
      </div>
      <SelectField
        name={`${name}.supervision`}
        label={t('studio.assessment.supervision')}
        defaultValue={assessment.supervision ?? ''}
        options={[
          { value: '', label: t('studio.not-said') },
          ...listConcepts('supervision').map(({ code }) => ({
            value: code,
            label: nameConcept(locale, 'supervision', code),
          })),
        ]}
      />
      <details
        className="editor-more"
        open={Boolean(assessment.description ?? assessment.identityCheck ?? assessment.grading)}
      >
        <summary>{t('studio.assessment.more')}</summary>
        <div className="editor-row-fields">
          <LanguageFields
            {...rest}
            name={`${name}.description`}
            label={t('studio.assessment.description')}
            text={assessment.description}
            lines={2}
            optional
          />
          <LanguageFields
            {...rest}
            name={`${name}.identityCheck`}
            label={t('studio.assessment.identity')}
            text={assessment.identityCheck}
            optional
          />
          <LanguageFields
            {...rest}
            name={`${name}.grading`}
            label={t('studio.assessment.grading')}
            text={assessment.grading}
            optional
          />
        </div>
      </details>
    </>
  );
}

function GradeScheme({ content: { gradeScheme }, faults }: SectionProps) {
  const t = useT();
  return (
    <div className="form-row">
      <SelectField
        name="content.gradeScheme.scheme"
        label={t('studio.result.scheme')}
        defaultValue={gradeScheme.scheme}
        options={(['pass-fail', '1-10', 'o-v-g'] as const).map((value) => ({
          value,
          label: t(`studio.result.scheme.${value}`),
        }))}
      />
      <TextField
        name="content.gradeScheme.passMark"
        label={t('studio.result.pass-mark')}
        hint={t('studio.result.pass-mark.hint')}
        inputMode="decimal"
        defaultValue={gradeScheme.scheme === '1-10' ? gradeScheme.passMark : ''}
        error={faults['content.gradeScheme.passMark']}
        autoComplete="off"
      />
    </div>
  );
}
