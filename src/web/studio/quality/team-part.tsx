import type { Dossier } from '../../../features/quality/dossier.schema.ts';
import { formatDay } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { type DossierProps, listRows } from './dossier-props.ts';
import { nameQualification } from './name-qualification.ts';

type Teacher = Dossier['team'][number];

const KINDS = ['utq', 'sutq', 'bdb', 'bke', 'ske', 'pdg', 'other'] as const satisfies readonly NonNullable<
  Teacher['qualification']
>['kind'][];
const ROLES = ['teacher', 'examiner', 'teacher-and-examiner'] as const;
const EVIDENCE = ['register', 'credential', 'equivalence'] as const;

/** Who teaches and examines, what shows that they can, and on which days it must hold. */
export function TeamPart(props: DossierProps) {
  const t = useT();
  const { dossier, faults, spare, pack } = props;
  return (
    <>
      <fieldset className="language-fields">
        <legend className="group-label">{t('workbench.delivery')}</legend>
        <p className="field-hint">{t('workbench.delivery.hint')}</p>
        <div className="form-row delivery-days">
          {(['from', 'until'] as const).map((end) => (
            <TextField
              key={end}
              type="date"
              name={`dossier.delivery.${end}`}
              label={t(`workbench.delivery.${end}`)}
              defaultValue={dossier.delivery?.[end] ?? ''}
              error={faults[`dossier.delivery.${end}`]}
            />
          ))}
        </div>
      </fieldset>
      <p className="measure">
        {t(pack.recordedStaffOnly ? 'workbench.team.recorded-only' : 'workbench.team.typed-too')}{' '}
        <a href="/studio/quality/staff">{t('workbench.team.records')}</a>
      </p>
      <ol className="editor-rows" id="dossier.team" tabIndex={-1}>
        {listRows(dossier.team.length, spare).map((at) => (
          <TeacherRow key={at} {...props} at={at} />
        ))}
      </ol>
      <div className="button-row">
        <Button name="act" value="add:team">
          {t('workbench.team.add')}
        </Button>
      </div>
    </>
  );
}

function TeacherRow({ dossier, staff, pack, faults, at }: DossierProps & { readonly at: number }) {
  const t = useT();
  const teacher = dossier.team[at];
  const name = `dossier.team.${at}`;
  const isFirstSpare = at === dossier.team.length;
  return (
    <li
      id={teacher ? `row-${teacher.id}` : isFirstSpare ? 'spare' : undefined}
      tabIndex={-1}
      className="editor-row"
    >
      <span className="outcome-number" aria-hidden="true">
        {at + 1}
      </span>
      <div className="editor-row-fields">
        {teacher && <input type="hidden" name={`${name}.id`} value={teacher.id} />}
        {teacher?.personId && <input type="hidden" name={`${name}.personId`} value={teacher.personId} />}
        <RecordField
          name={`${name}.record`}
          chosen={teacher?.record}
          staff={staff}
          error={faults[`${name}.record`]}
        />
        <div className="form-row">
          <TextField
            name={`${name}.name`}
            label={t('workbench.team.name')}
            defaultValue={teacher?.name ?? ''}
            error={faults[`${name}.name`]}
            autoComplete="off"
          />
          <SelectField
            name={`${name}.role`}
            label={t('workbench.team.role')}
            defaultValue={teacher?.role ?? 'teacher'}
            options={ROLES.map((value) => ({ value, label: t(`workbench.role.${value}`) }))}
          />
        </div>
        {teacher?.record === undefined && !pack.recordedStaffOnly && (
          <Qualification name={`${name}.qualification`} held={teacher?.qualification} faults={faults} />
        )}
        {teacher && (
          <div className="row-controls">
            <Button variant="tertiary" dense name="act" value={`remove:team:${teacher.id}`}>
              {t('studio.row.remove')}
              <span className="sr-only">: {teacher.name}</span>
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}

/** Picked, the record says who it is and what shows it; a renewal of it counts by itself. */
function RecordField({
  name,
  chosen,
  staff,
  error,
}: {
  readonly name: string;
  readonly chosen: string | undefined;
  readonly staff: DossierProps['staff'];
  readonly error: string | undefined;
}) {
  const t = useT();
  const locale = useLocale();
  const standing = staff.filter(({ id, holding }) => id === chosen || holding !== 'withdrawn');
  if (standing.length === 0 && chosen === undefined) return null;
  const isLost = chosen !== undefined && !standing.some(({ id }) => id === chosen);
  return (
    <SelectField
      name={name}
      label={t('workbench.team.record')}
      hint={t('workbench.team.record.hint')}
      defaultValue={chosen ?? ''}
      error={error}
      options={[
        { value: '', label: t('workbench.team.record.none') },
        ...standing.map((one) => ({
          value: one.id,
          label: [
            one.name,
            nameQualification(t, one),
            one.holding === 'holds'
              ? one.until && t('staff.until', { day: formatDay(locale, one.until) })
              : t(`staff.holding.${one.holding}`),
          ]
            .filter(Boolean)
            .join(' · '),
        })),
        ...(isLost ? [{ value: chosen, label: t('workbench.team.record.lost') }] : []),
      ]}
    />
  );
}

function Qualification({
  name,
  held,
  faults,
}: {
  readonly name: string;
  readonly held: Teacher['qualification'];
  readonly faults: DossierProps['faults'];
}) {
  const t = useT();
  return (
    <>
      <div className="form-row">
        <SelectField
          name={`${name}.kind`}
          label={t('workbench.qualification')}
          defaultValue={held?.kind ?? ''}
          error={faults[`${name}.kind`]}
          options={[
            { value: '', label: t('studio.not-said') },
            ...KINDS.map((value) => ({ value, label: t(`workbench.qualification.${value}`) })),
          ]}
        />
        <SelectField
          name={`${name}.evidence`}
          label={t('workbench.qualification.evidence')}
          defaultValue={held?.evidence ?? 'register'}
          options={EVIDENCE.map((value) => ({ value, label: t(`workbench.evidence.${value}`) }))}
        />
      </div>
      <div className="form-row">
        <TextField
          name={`${name}.reference`}
          label={t('workbench.qualification.reference')}
          defaultValue={held?.reference ?? ''}
          error={faults[`${name}.reference`]}
          autoComplete="off"
        />
        <TextField
          type="date"
          name={`${name}.validFrom`}
          label={t('workbench.qualification.from')}
          defaultValue={held?.validFrom ?? ''}
          error={faults[`${name}.validFrom`]}
        />
        <TextField
          type="date"
          name={`${name}.validUntil`}
          label={t('workbench.qualification.until')}
          defaultValue={held?.validUntil ?? ''}
          error={faults[`${name}.validUntil`]}
          optional
        />
      </div>
    </>
  );
}
