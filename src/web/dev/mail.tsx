import { z } from 'zod';
import { readApi } from '../lib/api.ts';
import { formatInstant } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { StatusBar } from '../ui/status-bar.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/mail.ts';
import { letterSummarySchema } from './letter.schema.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context }: Route.LoaderArgs) {
  return await readApi(context, '/api/dev/mail', z.object({ letters: z.array(letterSummarySchema) }));
}

/** The letters that would have been sent. Only where the built-in mail server takes them; elsewhere there is nothing. */
export default function Mail({ loaderData: { letters } }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <Page title={t('account.mail.title')}>
      <meta name="robots" content="noindex" />
      <PageHead title={t('account.mail.title')} lead={t('account.mail.lead')} />
      <div className="notices">
        <StatusBar
          state="not-checked"
          title={t('account.mail.notice')}
          note={t('account.mail.notice.note')}
        />
      </div>
      <div className="mt-8">
        {letters.length === 0 ? (
          <EmptyState title={t('account.mail.none')}>{t('account.mail.none.text')}</EmptyState>
        ) : (
          <Table
            caption={t('account.mail.title')}
            rows={letters}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'subject',
                head: t('account.mail.subject'),
                cell: ({ id, subject }) => <a href={`/dev/mail/${id}`}>{subject}</a>,
              },
              { key: 'to', head: t('account.mail.to'), cell: ({ to }) => to.join(', ') },
              {
                key: 'at',
                head: t('account.mail.at'),
                cell: ({ receivedAt }) => formatInstant(locale, receivedAt),
              },
            ]}
          />
        )}
      </div>
    </Page>
  );
}
