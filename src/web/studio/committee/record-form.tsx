import { useT } from '../../lib/language.tsx';
import { faultsByField, type Problem } from '../../lib/problem.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { KINDS } from './read-qualification.ts';

/** Of whom, and which one; what shows it is added to the line that then stands above. */
export function RecordForm({
  members,
  problem,
  typed,
}: {
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly problem: Problem | undefined;
  readonly typed: Readonly<Record<string, string>>;
}) {
  const t = useT();
  const faults = faultsByField(problem);
  return (
    <Section label={t('staff.record')} note={t('staff.record.note')} id="record">
      <form method="post" className="form">
        <SelectField
          name="person"
          label={t('staff.person')}
          defaultValue={typed.person ?? ''}
          error={faults.person}
          options={[
            { value: '', label: t('staff.person.guest') },
            ...members.map(({ id, name }) => ({ value: `${id}|${name}`, label: name })),
          ]}
        />
        <TextField
          name="name"
          label={t('staff.guest')}
          hint={t('staff.guest.hint')}
          defaultValue={typed.name ?? ''}
          error={faults.name}
          autoComplete="off"
          optional
        />
        <SelectField
          name="kind"
          label={t('workbench.qualification')}
          defaultValue={typed.kind ?? 'utq'}
          error={faults.kind}
          options={[
            ...KINDS.map((value) => ({ value, label: t(`workbench.qualification.${value}`) })),
            { value: 'own', label: t('staff.kind.own') },
          ]}
        />
        <TextField
          name="ownKind"
          label={t('staff.kind.name')}
          hint={t('staff.kind.name.hint')}
          defaultValue={typed.ownKind ?? ''}
          error={faults.kindName}
          autoComplete="off"
          optional
        />
        <ButtonRow fill>
          <Button variant="primary" name="act" value="record">
            {t('staff.record')}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  );
}
