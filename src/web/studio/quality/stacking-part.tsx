import { useT } from '../../lib/language.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { LanguageFields } from '../designer/language-fields.tsx';
import { type DossierProps, listRows } from './dossier-props.ts';
import { Statements } from './statements-part.tsx';

/** What it counts towards, and who says so: the body that receives it. */
export function StackingPart(props: DossierProps) {
  const t = useT();
  const { dossier, spare } = props;
  return (
    <>
      <ol className="editor-rows" id="dossier.stacksInto" tabIndex={-1}>
        {listRows(dossier.stacksInto.length, spare).map((at) => (
          <StackRow key={at} {...props} at={at} />
        ))}
      </ol>
      <div className="button-row">
        <Button name="act" value="add:stacksInto">
          {t('workbench.stacking.add')}
        </Button>
      </div>
      <Statements {...props} section="stacking" />
    </>
  );
}

function StackRow({ dossier, languages, faults, at }: DossierProps & { readonly at: number }) {
  const t = useT();
  const kept = dossier.stacksInto[at];
  const name = `dossier.stacksInto.${at}`;
  const shared = { languages, faults };
  return (
    <li id={kept ? `row-${at}` : 'spare'} tabIndex={-1} className="editor-row">
      <span className="outcome-number" aria-hidden="true">
        {at + 1}
      </span>
      <div className="editor-row-fields">
        <LanguageFields
          {...shared}
          name={`${name}.name`}
          label={t('workbench.stacking.name')}
          text={kept?.name}
        />
        <LanguageFields
          {...shared}
          name={`${name}.body`}
          label={t('workbench.stacking.body')}
          hint={t('workbench.stacking.body.hint')}
          text={kept?.body}
        />
        <TextField
          type="url"
          name={`${name}.url`}
          label={t('workbench.stacking.url')}
          defaultValue={kept?.url ?? ''}
          error={faults[`${name}.url`]}
          optional
        />
        {kept && (
          <div className="row-controls">
            <Button variant="tertiary" dense name="act" value={`remove:stacksInto:${at}`}>
              {t('studio.row.remove')}
              <span className="sr-only">: {t('workbench.stacking.number', { number: at + 1 })}</span>
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}
