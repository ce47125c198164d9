import { useT } from '../../lib/language.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';

export const singleSchemes = ['BRIN', 'ROR', 'DEQAR', 'KvK', 'EUID', 'eIDAS'] as const;

/** By which names registers know the institution; with what a right one looks like. */
export function IdentifierFields({
  identifiers,
  locked,
  typed,
  faults,
}: {
  readonly identifiers: Readonly<Record<string, readonly string[]>>;
  readonly locked: readonly string[];
  readonly typed: Readonly<Record<string, string>> | undefined;
  readonly faults: Readonly<Record<string, string>>;
}) {
  const t = useT();
  const hintOf = (scheme: (typeof singleSchemes)[number] | 'schacHomeOrganization') =>
    locked.includes(scheme) ? t('organisation.locked') : t(`organisation.scheme.${scheme}.hint`);
  const homes = 'identifiers.schacHomeOrganization';
  return (
    <>
      <TextArea
        name={homes}
        label={t('organisation.scheme.schacHomeOrganization')}
        hint={hintOf('schacHomeOrganization')}
        rows={2}
        defaultValue={typed?.[homes] ?? identifiers.schacHomeOrganization?.join('\n') ?? ''}
        error={faults[homes]}
        readOnly={locked.includes('schacHomeOrganization')}
      />
      {singleSchemes.map((scheme) => {
        const name = `identifiers.${scheme}`;
        return (
          <TextField
            key={scheme}
            name={name}
            label={t(`organisation.scheme.${scheme}`)}
            hint={hintOf(scheme)}
            defaultValue={typed?.[name] ?? identifiers[scheme]?.[0] ?? ''}
            error={faults[name]}
            readOnly={locked.includes(scheme)}
            autoComplete="off"
            optional
          />
        );
      })}
    </>
  );
}
