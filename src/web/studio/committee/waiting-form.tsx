import { formatInstantDay } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Content } from '../../ui/content-text.tsx';
import { qualityAddressOf } from '../quality/addresses.ts';
import type { MeetingData } from './meeting-data.ts';

/** Each with one button: putting something on the agenda is one press. */
export function WaitingForm({ waiting }: Pick<MeetingData, 'waiting'>) {
  const t = useT();
  const locale = useLocale();
  if (waiting.length === 0) return <p>{t('committee.waiting.none')}</p>;
  return (
    <form method="post">
      <ul className="rows">
        {waiting.map(({ design, title, since }) => (
          <li key={design} className="waiting-row">
            <div>
              <a href={qualityAddressOf(design)} className="t2 board-title quiet-link">
                <Content text={title} quiet />
              </a>
              <p className="s text-ink2">
                {t('committee.waits-since.day', { day: formatInstantDay(locale, since) })}
              </p>
            </div>
            <Button dense name="design" value={design}>
              {t('committee.put')}
              <span className="sr-only">
                : <Content text={title} quiet />
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </form>
  );
}
