import { capitalise, nameLanguage } from '../../lib/design-words.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Radio } from '../../ui/choices.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { countTexts } from './languages.ts';
import type { DesignerData } from './load-designer.ts';
import type { SectionProps } from './section-props.ts';

/** European languages, Frisian and those that migrants in the Netherlands ask for. */
const OFFERED =
  'nl en fy de fr es it pt pl ro bg el sv da fi no is et lv lt cs sk sl hr hu ga mt uk tr ar'.split(' ');

export function LanguagesSection({
  content,
  languages,
  data: { design, mayWrite },
}: SectionProps & { readonly data: DesignerData }) {
  const t = useT();
  const locale = useLocale();
  const others = OFFERED.filter((language) => !languages.includes(language));
  return (
    <div className="workbench-form">
      <form method="post">
        <input type="hidden" name="revision" value={design.revision} />
        <fieldset disabled={!mayWrite} className="group">
          <legend className="group-label">{t('studio.languages.there')}</legend>
          <ul className="rows">
            {languages.map((language) => {
              const { done, all } = countTexts(content, language);
              const isDefault = language === content.defaultLanguage;
              return (
                <li key={language} className="language-row">
                  <Radio
                    name="defaultLanguage"
                    value={language}
                    defaultChecked={isDefault}
                    label={nameLanguage(locale, language)}
                    hint={t('studio.languages.texts', { done, all })}
                  />
                  {!isDefault && (
                    <Button variant="tertiary" dense name="act" value={`remove-language:${language}`}>
                      {t('studio.languages.remove', { language: nameLanguage(locale, language) })}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
          <p className="s measure mt-2 text-ink2">{t('studio.languages.default-hint')}</p>
          <div className="mt-4">
            <Button name="act" value="default-language">
              {t('studio.languages.set-default')}
            </Button>
          </div>
        </fieldset>
      </form>
      <form method="post" className="form">
        <input type="hidden" name="revision" value={design.revision} />
        <fieldset disabled={!mayWrite} className="workbench-fields">
          <h2 className="h3">{t('studio.languages.add')}</h2>
          <SelectField
            name="language"
            label={t('studio.languages.which')}
            options={others.map((language) => ({
              value: language,
              label: capitalise(nameLanguage(locale, language)),
            }))}
          />
          <TextField
            name="title"
            label={t('studio.languages.title')}
            hint={t('studio.languages.title.hint')}
            autoComplete="off"
            required
          />
          <div>
            <Button variant="primary" name="act" value="add-language">
              {t('studio.languages.add')}
            </Button>
          </div>
        </fieldset>
      </form>
    </div>
  );
}
