import { stayNoticeSchema } from '../../features/accounts/account.schema.ts';
import { readApi, sendApi } from '../lib/api.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import { formatInstantDay } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { StatusBar } from '../ui/status-bar.tsx';

type Context = Parameters<typeof readApi>[0];

export async function loadStayNotice(context: Context) {
  return await readApi(context, '/api/v1/account/stay-notice', stayNoticeSchema);
}

export async function putStayNoticeAway(context: Context, page: string): Promise<Response> {
  await sendApi(context, '/api/v1/account/stay-notice/later');
  return redirectWithMessage(context, page, { key: 'account.stay.rests' });
}

/** Asks who comes in by an institution alone for a way in that stays. Put away, it rests for thirty days. */
export function StayNotice({
  notice,
}: {
  readonly notice: { readonly ask: boolean; readonly until: string | null };
}) {
  const t = useT();
  const locale = useLocale();
  if (!notice.ask) return null;
  return (
    <StatusBar
      state="warning"
      title={t('account.stay')}
      note={
        notice.until
          ? t('account.stay.until', { date: formatInstantDay(locale, notice.until) })
          : t('account.stay.text')
      }
      action={
        <form method="post">
          <ButtonRow>
            <ButtonLink href="/account/ways-in#add">{t('account.stay.add')}</ButtonLink>
            <Button variant="tertiary" name="intent" value="stay-later">
              {t('account.stay.later')}
            </Button>
          </ButtonRow>
        </form>
      }
    />
  );
}
