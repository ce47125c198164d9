import type { GuideSection, OwnGuide } from '../../../features/quality/guide.schema.ts';
import { chooseText } from '../../lib/content-text.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { faultsByField, type Problem } from '../../lib/problem.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { LanguageFields } from '../designer/language-fields.tsx';
import { RowControls } from '../designer/row-controls.tsx';
import { CitedSections } from './cited-sections.tsx';

type GuideFormProps = Pick<OwnGuide, 'n' | 'cited'> & {
  readonly sections: readonly GuideSection[];
  /** The version from which it was written. */
  readonly from: number;
  readonly languages: readonly string[];
  readonly problem: Problem | undefined;
  /** The row that a button has just touched. */
  readonly focus: number | undefined;
};

/** Every section of the next version, folded until somebody works on it. */
export function GuideForm(props: GuideFormProps) {
  const t = useT();
  const { from, n, sections, cited } = props;
  return (
    <form method="post" action="#sections">
      <input type="hidden" name="from" value={from} />
      {/* Enter in a field publishes nothing. */}
      <button type="submit" name="act" value="preview" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <Section label={t('guide.cited')} note={t('guide.cited.note')} id="cited">
        <CitedSections cited={cited} sections={sections} mayBegin />
      </Section>
      <Section label={t('guide.sections')} note={t('guide.sections.note')} id="sections">
        {sections.length === 0 && <p className="text-ink2">{t('guide.sections.none')}</p>}
        <ol className="editor-rows">
          {sections.map((_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
            <SectionRow key={at} {...props} at={at} />
          ))}
        </ol>
        <div className="mt-4">
          <Button name="act" value="add:sections:0">
            {t('guide.section.add')}
          </Button>
        </div>
      </Section>
      <Section label={t('guide.publish')} note={t('guide.publish.note')} decision>
        <ButtonRow fill>
          <Button variant="primary" name="act" value="publish">
            {t('guide.publish.do', { n: n + 1 })}
          </Button>
          <Button name="act" value="preview" formAction="#preview">
            {t('guide.preview.do')}
          </Button>
        </ButtonRow>
      </Section>
    </form>
  );
}

function SectionRow({
  sections,
  cited,
  languages,
  problem,
  focus,
  at,
}: GuideFormProps & { readonly at: number }) {
  const t = useT();
  const locale = useLocale();
  const faults = faultsByField(problem);
  const { code = '', title = {}, text = {} } = sections[at] ?? {};
  const name = chooseText(title, locale).text || code || t('guide.section.new');
  const path = `sections.${at}`;
  const isFaulty = Object.keys(faults).some((field) => field.startsWith(`${path}.`));
  const citing = cited.find((one) => one.code === code)?.criteria ?? [];
  return (
    <li
      className="editor-row"
      id={`row-${at}`}
      tabIndex={-1}
      {...(focus === at && { 'data-focus-first': true })}
    >
      <span className="outcome-number" aria-hidden="true">
        {at + 1}
      </span>
      <div className="editor-row-fields">
        <details className="guide-row" open={isFaulty || focus === at}>
          <summary>
            <span className="h3">{name}</span> {code && <span className="mono s text-ink2">#{code}</span>}
          </summary>
          <div className="editor-row-fields mt-4">
            <TextField
              name={`${path}.code`}
              label={t('guide.code')}
              hint={
                citing.length > 0
                  ? t('guide.cited.by', { criteria: citing.join(', ') })
                  : t('guide.code.hint')
              }
              defaultValue={code}
              error={faults[`${path}.code`]}
              maxLength={60}
              autoComplete="off"
              spellCheck={false}
            />
            <LanguageFields
              name={`${path}.title`}
              label={t('guide.section.title')}
              text={title}
              languages={languages}
              faults={faults}
            />
            <LanguageFields
              name={`${path}.text`}
              label={t('guide.section.text')}
              hint={t('guide.section.text.hint')}
              text={text}
              languages={languages}
              faults={faults}
              lines={14}
            />
          </div>
        </details>
        <RowControls list="sections" at={at} count={sections.length} name={name} />
      </div>
    </li>
  );
}
