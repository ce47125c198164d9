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

function GradeScheme(props: SectionProps) {
  const { content, faults } = props;
  const { gradeScheme } = content;
  const t = useT();
  return (
    <>
      <div className="form-row">
        <SelectField
          name="content.gradeScheme.scheme"
          label={t('studio.result.scheme')}
          defaultValue={gradeScheme.scheme}
          options={(['pass-fail', '1-10', 'o-v-g', 'rubric'] as const).map((value) => ({
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
      <Rubric {...props} />
    </>
  );
}

/** Room for as many levels as a rubric usually has; those without a name are no levels. */
const LEVELS = [0, 1, 2, 3, 4] as const;

function Rubric({ content: { gradeScheme }, faults, languages }: SectionProps) {
  const t = useT();
  const rubric = gradeScheme.scheme === 'rubric' ? gradeScheme : undefined;
  const name = 'content.gradeScheme';
  return (
    <details className="editor-more" open={rubric !== undefined}>
      <summary>{t('studio.rubric')}</summary>
      <p className="s text-ink2">{t('studio.rubric.note')}</p>
      <div className="editor-row-fields">
        {LEVELS.map((at) => (
          <fieldset key={at} className="language-fields mt-3">
            <legend className="group-label">{t('studio.rubric.level', { number: at + 1 })}</legend>
            <LanguageFields
              name={`${name}.levels.${at}.name`}
              label={t('studio.rubric.name')}
              text={rubric?.levels[at]?.name}
              languages={languages}
              faults={faults}
              optional
            />
            <LanguageFields
              name={`${name}.levels.${at}.description`}
              label={t('studio.rubric.description')}
              text={rubric?.levels[at]?.description}
              languages={languages}
              faults={faults}
              lines={2}
              optional
            />
          </fieldset>
        ))}
        <SelectField
          name={`${name}.required`}
          label={t('studio.rubric.required')}
          defaultValue={rubric?.required ?? 'R2'}
          error={faults[`${name}.required`]}
          options={LEVELS.map((at) => ({
            value: `R${at + 1}`,
            label: t('studio.rubric.level', { number: at + 1 }),
          }))}
        />
      </div>
    </details>
  );
}
