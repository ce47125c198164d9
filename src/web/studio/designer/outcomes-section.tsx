import { useT } from '../../lib/language.tsx';
import { Button } from '../../ui/button.tsx';
import { AlignedSkills } from './aligned-skills.tsx';
import { LanguageFields } from './language-fields.tsx';
import { RowControls } from './row-controls.tsx';
import type { SectionProps } from './section-props.ts';

export function OutcomesSection({ content, ...rest }: SectionProps) {
  const t = useT();
  const { outcomes } = content;
  return (
    <>
      <ol className="editor-rows" id="content.outcomes" tabIndex={-1}>
        {outcomes.map(({ id, text, alignments = [] }, at) => (
          <li key={id} id={`row-${id}`} tabIndex={-1} className="editor-row">
            <span className="outcome-number" aria-hidden="true">
              {at + 1}
            </span>
            <div className="editor-row-fields">
              <input type="hidden" name={`content.outcomes.${at}.id`} value={id} />
              <LanguageFields
                {...rest}
                name={`content.outcomes.${at}.text`}
                label={t('studio.outcome', { number: at + 1 })}
                text={text}
                lines={2}
              />
              <AlignedSkills
                target={id}
                name={t('studio.outcome', { number: at + 1 })}
                alignments={alignments}
                gone={rest.gone}
              />
              <RowControls
                list="outcomes"
                at={at}
                count={outcomes.length}
                name={t('studio.outcome', { number: at + 1 })}
              />
            </div>
          </li>
        ))}
      </ol>
      {outcomes.length === 0 && <p className="text-ink2">{t('studio.outcomes.none')}</p>}
      <div>
        <Button name="act" value="add:outcomes:0">
          {t('studio.outcomes.add')}
        </Button>
      </div>
    </>
  );
}
