import { unitsSchema } from '../../../features/institutions/units.schema.ts';
import { readApi } from '../../lib/api.ts';
import { appContext } from '../../lib/app-context.ts';
import { chooseText } from '../../lib/content-text.ts';
import { formatInstantDay } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page, PageHead } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { InstitutionTabs } from '../institution-tabs.tsx';
import type { Route } from './+types/units.ts';
import { orderUnits } from './order-units.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context }: Route.LoaderArgs) {
  const { session } = context.get(appContext);
  const { institution, units, mayAddAtTop } = await readApi(context, '/api/v1/units', unitsSchema);
  return { institution, units, mayAdd: mayAddAtTop || units.some(({ mayManage }) => mayManage), session };
}

export default function Units({ loaderData: { institution, units, mayAdd, session } }: Route.ComponentProps) {
  const t = useT();
  const open = units.filter(({ archivedAt }) => archivedAt === null);
  const archived = units.filter(({ archivedAt }) => archivedAt !== null);
  const add = mayAdd && (
    <ButtonLink variant="primary" href="/studio/units/new">
      {t('organisation.units.add')}
    </ButtonLink>
  );
  return (
    <Page title={t('organisation.tab.units')}>
      <PageHead title={t('nav.institution')} lead={t('organisation.units.lead')} actions={add} />
      <InstitutionTabs current="/studio/units" session={session} />
      <Section
        label={t('organisation.tab.units')}
        note={t('organisation.units.count', { count: open.length })}
      >
        {open.length === 0 ? (
          <EmptyState title={t('organisation.units.none')} action={add}>
            {t('organisation.units.none.text')}
          </EmptyState>
        ) : (
          <UnitTable caption={t('organisation.tab.units')} units={open} kind={institution.kind} />
        )}
      </Section>
      {archived.length > 0 && (
        <Section label={t('organisation.units.archived')} note={t('organisation.units.archived.note')}>
          <UnitTable caption={t('organisation.units.archived')} units={archived} kind={institution.kind} />
        </Section>
      )}
    </Page>
  );
}

type Unit = Route.ComponentProps['loaderData']['units'][number];

function UnitTable({
  caption,
  units,
  kind,
}: {
  readonly caption: string;
  readonly units: readonly Unit[];
  readonly kind: string;
}) {
  const t = useT();
  const locale = useLocale();
  const sayWhat = (unit: Unit) =>
    [
      t(unit.issuer ? 'organisation.units.issues' : 'organisation.units.groups'),
      ...(kind === 'hbo-mbo' && unit.sort ? [unit.sort.toUpperCase()] : []),
      ...(unit.test ? [t('organisation.units.test')] : []),
      ...(unit.onBehalfOf
        ? [t('organisation.units.on-behalf', { name: chooseText(unit.onBehalfOf.name, locale).text })]
        : []),
      ...(unit.archivedAt
        ? [t('organisation.units.archived-at', { date: formatInstantDay(locale, unit.archivedAt) })]
        : []),
    ].join(' · ');
  return (
    <Table
      caption={caption}
      rows={orderUnits(units, locale)}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          head: t('organisation.units.name'),
          cell: ({ id, name, depth }) => (
            <span className="unit-name" data-depth={depth}>
              <a href={`/studio/units/${id}`}>{chooseText(name, locale).text}</a>
            </span>
          ),
        },
        { key: 'what', head: t('organisation.units.what'), cell: sayWhat },
        {
          key: 'issuer',
          head: t('organisation.units.page'),
          cell: ({ issuer }) =>
            issuer ? (
              <a href={`/issuers/${issuer.id}`}>{t('organisation.units.page.open')}</a>
            ) : (
              t('organisation.units.page.none')
            ),
        },
      ]}
    />
  );
}
