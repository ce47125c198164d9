import { useLocale, useT } from '../../lib/language.tsx';
import type { MeetingData } from './meeting.tsx';

type PapersProps = Pick<MeetingData['meeting'], 'id' | 'state'>;

/** The same on paper, in the language of the reader. */
export function Papers({ id, state }: PapersProps) {
  const t = useT();
  const locale = useLocale();
  const address = (name: string) => `/api/v1/quality/meetings/${id}/${name}.pdf?lang=${locale}`;
  return (
    <ul className="rows">
      <li className="py-2">
        <a href={address('pack')}>{t('committee.papers.pack')}</a>
        <span className="block s text-ink2">{t('committee.papers.pack.means')}</span>
      </li>
      {state !== 'planned' && (
        <li className="py-2">
          <a href={address('minutes')}>{t('committee.papers.minutes')}</a>
          <span className="block s text-ink2">{t(`committee.papers.minutes.${state}`)}</span>
        </li>
      )}
    </ul>
  );
}
