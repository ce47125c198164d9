import { useLocale, useT } from '../../lib/language.tsx';
import { Button } from '../../ui/button.tsx';
import { cognitiveLevels, observableVerbs } from './observable-verbs.ts';

/** Verbs by level; the choice fills the fields at once, and without scripts with the button beside it. */
export function VerbPicker({ outcome, number }: { readonly outcome: string; readonly number: number }) {
  const t = useT();
  const locale = useLocale();
  const other = locale === 'nl' ? 'en' : 'nl';
  const id = `pick.${outcome}`;
  return (
    <div className="verb-picker">
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {t('workbench.verb.pick')}
        </label>
        <select id={id} name={id} className="control" data-pick={outcome} defaultValue="">
          <option value="">{t('workbench.verb.none')}</option>
          {cognitiveLevels.map((level) => (
            <optgroup key={level} label={t(`workbench.cognitive.${level}`)}>
              {observableVerbs[level].map((verb, at) => (
                <option
                  key={verb.en}
                  value={`${level}:${at}`}
                  data-en={verb.en}
                  data-nl={verb.nl}
                >{`${verb[locale]} (${verb[other]})`}</option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <Button name="act" value={`verb:${outcome}`}>
        {t('workbench.verb.use')}
        <span className="sr-only">: {t('studio.outcome', { number })}</span>
      </Button>
    </div>
  );
}
