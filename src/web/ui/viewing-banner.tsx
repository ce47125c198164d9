import { formatTime } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { Session } from '../lib/session.ts';
import { Button } from './button.tsx';

/** On every page while someone looks as another: who, until when, and the way back. */
export function ViewingBanner({ session }: { readonly session: Session }) {
  const t = useT();
  const locale = useLocale();
  if (!session.viewingUntil) return null;
  return (
    <aside className="viewing" aria-label={t('viewing.label')}>
      <form method="post" action="/operator/viewing" className="content viewing-row">
        <p>
          {t('viewing.banner', {
            name: session.person?.name ?? '',
            time: formatTime(locale, session.viewingUntil),
          })}
        </p>
        <Button dense name="intent" value="end">
          {t('viewing.end')}
        </Button>
      </form>
    </aside>
  );
}
