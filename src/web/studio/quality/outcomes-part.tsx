import type { Outcome } from '../../../formats/facts.ts';
import { nameLanguage } from '../../lib/design-words.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Behaviour } from '../../ui/behaviour.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { Content } from '../../ui/content-text.tsx';
import { SelectField } from '../../ui/field.tsx';
import { addressOf } from '../designer/addresses.ts';
import { LanguageFields } from '../designer/language-fields.tsx';
import { composeSentence, isVerbLast } from './compose-outcome.ts';
import type { DossierProps } from './dossier-props.ts';
import { cognitiveLevels } from './observable-verbs.ts';
import { VerbPicker } from './verb-picker.tsx';

/** Each outcome built from a verb, what it is done to and where, with its level. */
export function OutcomesPart(props: DossierProps) {
  const t = useT();
  const { design } = props;
  const { outcomes } = design.content;
  if (outcomes.length === 0)
    return (
      <p className="measure">
        {t('workbench.outcomes.none')}{' '}
        <a href={addressOf(design.id, 'outcomes')}>{t('workbench.outcomes.write')}</a>
      </p>
    );
  return (
    <>
      <input type="hidden" name="contentRevision" value={design.revision} />
      <ol className="outcome-rows">
        {outcomes.map((outcome, at) => (
          <li key={outcome.id}>
            <OutcomeRow {...props} outcome={outcome} number={at + 1} />
          </li>
        ))}
      </ol>
      <Behaviour name="dossier" />
    </>
  );
}

type OutcomeProps = DossierProps & { readonly outcome: Outcome; readonly number: number };

/** Open where there is something to do; the address of a row opens it too. */
function OutcomeRow(props: OutcomeProps) {
  const t = useT();
  const { dossier, faults, languages, outcome, number } = props;
  const parts = dossier.outcomes[outcome.id];
  const [first = 'en'] = languages;
  const isFaulty = Object.keys(faults).some((name) => name.startsWith(`dossier.outcomes.${outcome.id}.`));
  const isBuilt = composeSentence(parts, first) !== '';
  return (
    <details className="outcome-row" open={number === 1 || isFaulty || !isBuilt}>
      <summary>
        <span className="outcome-number">{number}</span>
        <span>
          <span className="t3 block">
            <Content
              text={Object.keys(outcome.text).length > 0 ? outcome.text : { en: '…', nl: '…' }}
              quiet
            />
          </span>
          <span className="s text-ink2">
            {[
              parts?.cognitive && t(`workbench.cognitive.${parts.cognitive}`),
              parts?.eqf && t('level.eqf', { level: parts.eqf }),
              parts?.essential && t('workbench.outcome.is-essential'),
            ]
              .filter(Boolean)
              .join(' · ') || t('workbench.outcome.unbuilt')}
          </span>
        </span>
      </summary>
      <div id={`row-${outcome.id}`} tabIndex={-1} className="editor-row-fields">
        <OutcomeFields {...props} />
      </div>
    </details>
  );
}

function OutcomeFields(props: OutcomeProps) {
  const { dossier, languages, faults, outcome, number } = props;
  const t = useT();
  const parts = dossier.outcomes[outcome.id];
  const name = `dossier.outcomes.${outcome.id}`;
  const shared = { languages, faults };
  return (
    <>
      <VerbPicker outcome={outcome.id} number={number} />
      <LanguageFields
        {...shared}
        name={`${name}.verb`}
        label={t('workbench.outcome.verb')}
        hint={t('workbench.outcome.verb.hint')}
        text={parts?.verb}
      />
      <LanguageFields
        {...shared}
        name={`${name}.object`}
        label={t('workbench.outcome.object')}
        hint={t('workbench.outcome.object.hint')}
        text={parts?.object}
        lines={1}
      />
      <LanguageFields
        {...shared}
        name={`${name}.context`}
        label={t('workbench.outcome.context')}
        hint={t('workbench.outcome.context.hint')}
        text={parts?.context}
        lines={1}
      />
      <Sentence {...props} />
      <LevelFields {...props} />
    </>
  );
}

/** How it reads, and the button that makes it the text of the outcome. */
function Sentence({ dossier, languages, outcome, number }: OutcomeProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <div className="sentence">
      <h3 className="field-label">{t('workbench.sentence')}</h3>
      {languages.map((language) => (
        <p key={language} className="sentence-line">
          {languages.length > 1 && <span className="xs text-ink3">{nameLanguage(locale, language)}</span>}
          <span
            className="t3"
            lang={language}
            data-sentence={`${outcome.id} ${language}`}
            data-order={isVerbLast(language) ? 'last' : 'first'}
          >
            {composeSentence(dossier.outcomes[outcome.id], language) || '…'}
          </span>
        </p>
      ))}
      <div className="button-row">
        <Button dense name="act" value={`take:${outcome.id}`}>
          {t('workbench.take', { number })}
        </Button>
      </div>
    </div>
  );
}

const EQF = ['1', '2', '3', '4', '5', '6', '7', '8'];

function LevelFields({ dossier, languages, faults, outcome }: OutcomeProps) {
  const t = useT();
  const parts = dossier.outcomes[outcome.id];
  const name = `dossier.outcomes.${outcome.id}`;
  const unsaid = { value: '', label: t('studio.not-said') };
  return (
    <>
      <div className="form-row">
        <SelectField
          name={`${name}.cognitive`}
          label={t('workbench.outcome.cognitive')}
          defaultValue={parts?.cognitive ?? ''}
          error={faults[`${name}.cognitive`]}
          options={[
            unsaid,
            ...cognitiveLevels.map((value) => ({ value, label: t(`workbench.cognitive.${value}`) })),
          ]}
        />
        <SelectField
          name={`${name}.eqf`}
          label={t('workbench.outcome.eqf')}
          defaultValue={parts?.eqf?.toString() ?? ''}
          error={faults[`${name}.eqf`]}
          options={[unsaid, ...EQF.map((level) => ({ value: level, label: t('level.eqf', { level }) }))]}
        />
      </div>
      <LanguageFields
        languages={languages}
        faults={faults}
        name={`${name}.levelArgument`}
        label={t('workbench.outcome.argument')}
        hint={t('workbench.outcome.argument.hint')}
        text={parts?.levelArgument}
        lines={2}
      />
      <Checkbox
        name={`${name}.essential`}
        value="yes"
        label={t('workbench.outcome.essential')}
        hint={t('workbench.outcome.essential.hint')}
        defaultChecked={parts?.essential ?? false}
      />
    </>
  );
}
