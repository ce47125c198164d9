import { z } from 'zod';
import { appContext } from '../lib/app-context.ts';
import { formatInstant } from '../lib/formatting.ts';
import type { TextKey } from '../lib/i18n.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { CheckList, type CheckRow } from '../ui/check-list.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import type { State } from '../ui/state-mark.tsx';
import { StatusBar } from '../ui/status-bar.tsx';
import type { Route } from './+types/status.ts';

export const handle: PageHandle = { scripts: false };

/** As `/readyz` answers; 503 is an answer too. */
const readinessSchema = z.object({ ready: z.boolean(), parts: z.record(z.string(), z.enum(['up', 'down'])) });

export async function loader({ context }: Route.LoaderArgs) {
  const response = await context.get(appContext).api('/api/v1/status');
  const answer = readinessSchema.safeParse(await response.json().catch(() => undefined));
  const at = response.headers.get('date');
  return {
    readiness: answer.success ? answer.data : undefined,
    at: at ? new Date(at).toISOString() : undefined,
  };
}

const parts = [
  { id: 'database', name: 'status.database', text: 'status.database.text' },
  { id: 'jobs', name: 'status.jobs', text: 'status.jobs.text' },
  { id: 'storage', name: 'status.storage', text: 'status.storage.text' },
  { id: 'mail', name: 'status.mail', text: 'status.mail.text' },
] as const satisfies readonly { id: string; name: TextKey; text: TextKey }[];

export default function Status({ loaderData: { readiness, at } }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const rows: readonly CheckRow[] = parts.map(({ id, name, text }) => ({
    id,
    name: t(name),
    state: stateOf(readiness?.parts[id]),
    finding: t(text),
  }));
  return (
    <Page title={t('footer.status')}>
      <PageHead title={t('footer.status')} lead={t('status.lead')} />
      <div className="mt-8">
        <StatusBar
          state={readiness ? (readiness.ready ? 'passed' : 'failed') : 'not-checked'}
          title={t(readiness ? (readiness.ready ? 'status.ready' : 'status.not-ready') : 'status.unknown')}
          note={at ? t('status.at', { time: formatInstant(locale, at) }) : undefined}
        />
      </div>
      <Section label={t('status.parts')} note={t('status.parts.note')}>
        <CheckList checks={rows} />
      </Section>
      <Section label={t('status.meaning')}>
        <p className="measure">{t('status.meaning.text')}</p>
      </Section>
    </Page>
  );
}

function stateOf(part: 'up' | 'down' | undefined): State {
  if (part === 'up') return 'passed';
  return part === 'down' ? 'failed' : 'not-checked';
}
