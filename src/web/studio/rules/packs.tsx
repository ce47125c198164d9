import { packsSchema } from '../../../features/quality/packs.schema.ts';
import { readApi } from '../../lib/api.ts';
import { appContext } from '../../lib/app-context.ts';
import { useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { mayAct } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Page, PageHead } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { QualityTabs } from '../committee/quality-tabs.tsx';
import type { Route } from './+types/packs.ts';
import { KindRules } from './kind-rules.tsx';
import { PacksTable } from './packs-table.tsx';

export const handle: PageHandle = { scripts: false };

export async function loader({ context }: Route.LoaderArgs) {
  const { session } = context.get(appContext);
  const { institution, today, kinds, packs } = await readApi(context, '/api/v1/quality/packs', packsSchema);
  return { view: { institution, today, kinds, packs }, mayAssure: mayAct(session, 'designs.assure') };
}

/** By which rules designs are judged, and which others there are. */
export default function Packs({ loaderData: { view, mayAssure } }: Route.ComponentProps) {
  const t = useT();
  return (
    <Page title={t('rules.title')}>
      <PageHead title={t('rules.title')} lead={t('rules.lead')} />
      <QualityTabs current="/studio/quality/packs" />
      {view.kinds.map((kind) => (
        <KindRules key={kind.kind} kind={kind} view={view} mayAssure={mayAssure} />
      ))}
      <Section label={t('rules.all')} note={t('rules.all.note')} id="all">
        <PacksTable view={view} mayAssure={mayAssure} />
      </Section>
      {mayAssure && (
        <Section label={t('rules.bring')} note={t('rules.bring.note')} id="bring">
          <form
            method="post"
            action="/studio/quality/packs/compose"
            encType="multipart/form-data"
            className="form"
          >
            <TextField
              type="file"
              name="file"
              label={t('rules.bring.file')}
              accept=".json,application/json"
              required
            />
            <div className="button-row">
              <Button name="act" value="bring">
                {t('rules.bring.do')}
              </Button>
            </div>
          </form>
        </Section>
      )}
    </Page>
  );
}
