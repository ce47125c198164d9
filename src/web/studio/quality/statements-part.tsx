import type { StatementName } from '../../../features/quality/dossier.schema.ts';
import { useT } from '../../lib/language.tsx';
import { Checkbox, ChoiceGroup } from '../../ui/choices.tsx';
import { Content } from '../../ui/content-text.tsx';
import { TextField } from '../../ui/field.tsx';
import { LanguageFields } from '../designer/language-fields.tsx';
import type { DossierProps } from './dossier-props.ts';
import { type DossierSectionId, dossierSections } from './dossier-sections.ts';

/** The statements of a section, each with what it should say. */
export function Statements({ section, ...props }: DossierProps & { readonly section: DossierSectionId }) {
  return dossierSections[section].statements.map((name) => (
    <StatementFields key={name} {...props} statement={name} />
  ));
}

function StatementFields({
  dossier,
  languages,
  faults,
  statement,
}: DossierProps & { readonly statement: StatementName }) {
  const t = useT();
  const kept = dossier.statements[statement];
  const name = `dossier.statements.${statement}`;
  return (
    <div className="statement" id={name} tabIndex={-1}>
      <LanguageFields
        languages={languages}
        faults={faults}
        name={`${name}.text`}
        label={t(`workbench.statement.${statement}`)}
        hint={t(`workbench.statement.${statement}.hint`)}
        text={kept?.text}
        lines={3}
      />
      <TextField
        type="url"
        name={`${name}.url`}
        label={t('workbench.statement.url')}
        defaultValue={kept?.url ?? ''}
        error={faults[`${name}.url`]}
        autoComplete="off"
        optional
      />
    </div>
  );
}

export function AudiencePart(props: DossierProps) {
  const t = useT();
  const { pack, dossier, faults } = props;
  return (
    <>
      {pack.audiences.length > 0 && (
        <ChoiceGroup
          label={t('workbench.audiences')}
          hint={t('workbench.audiences.hint')}
          id="dossier.audiences"
          error={faults['dossier.audiences']}
        >
          {pack.audiences.map(({ code, name }) => (
            <Checkbox
              key={code}
              name="dossier.audiences"
              value={code}
              label={<Content text={name} quiet />}
              defaultChecked={dossier.audiences.includes(code)}
            />
          ))}
        </ChoiceGroup>
      )}
      <Statements {...props} section="audience" />
    </>
  );
}
