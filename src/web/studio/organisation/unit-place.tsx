import type { UnitView } from '../../../features/institutions/units.schema.ts';
import { chooseText } from '../../lib/content-text.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Content } from '../../ui/content-text.tsx';
import { FactList } from '../../ui/facts.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';

/** Where it stands, whether it signs, and its end. */
export function UnitPlace({
  unit,
  above,
  mayAddAtTop,
}: {
  readonly unit: UnitView;
  readonly above: readonly UnitView[];
  readonly mayAddAtTop: boolean;
}) {
  const t = useT();
  const locale = useLocale();
  if (unit.archivedAt)
    return (
      <Section label={t('organisation.unit.restore')}>
        <form method="post">
          <ButtonRow>
            <Button name="act" value="restore">
              {t('organisation.unit.restore')}
            </Button>
            {!unit.issuer && (
              <Button variant="destructive" name="act" value="delete">
                {t('organisation.unit.delete')}
              </Button>
            )}
          </ButtonRow>
        </form>
      </Section>
    );
  return (
    <>
      <Section label={t('organisation.unit.issuer')} note={t('organisation.unit.issuer.note')} id="issuer">
        {unit.issuer ? (
          <FactList
            facts={[
              { label: t('organisation.signs.name'), value: <Content text={unit.issuer.name} quiet /> },
              {
                label: t('organisation.signs.did'),
                value: <span className="mono">{unit.issuer.did}</span>,
              },
            ]}
          />
        ) : (
          <form method="post">
            <p className="measure">{t('organisation.unit.issue.text')}</p>
            <div className="mt-3">
              <Button name="act" value="issue">
                {t('organisation.unit.issue')}
              </Button>
            </div>
          </form>
        )}
      </Section>
      <Section label={t('organisation.unit.move')} id="move">
        <form method="post" className="form">
          <SelectField
            name="parent"
            label={t('organisation.parent')}
            defaultValue={unit.parent ?? ''}
            options={[
              ...(mayAddAtTop ? [{ value: '', label: t('organisation.parent.none') }] : []),
              ...above.map(({ id, name }) => ({ value: id, label: chooseText(name, locale).text })),
            ]}
          />
          <ButtonRow fill>
            <Button name="act" value="move">
              {t('organisation.unit.move.action')}
            </Button>
          </ButtonRow>
        </form>
      </Section>
      <Section label={t('organisation.unit.archive')} id="archive">
        <p className="measure">{t('organisation.unit.archive.text')}</p>
        <form method="post" className="mt-3">
          <ButtonRow>
            <Button name="act" value="archive">
              {t('organisation.unit.archive')}
            </Button>
            {!unit.issuer && (
              <Button variant="destructive" name="act" value="delete">
                {t('organisation.unit.delete')}
              </Button>
            )}
          </ButtonRow>
        </form>
      </Section>
    </>
  );
}
