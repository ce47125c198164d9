import { useT } from '../../lib/language.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { WrittenText } from '../../ui/written-text.tsx';
import type { MeetingData } from './meeting-data.ts';

type Agenda = MeetingData['meeting']['agenda'];

/** What was not decided waits again, and whoever closes is told before. */
export function CloseForm({ agenda }: { readonly agenda: Agenda }) {
  const t = useT();
  const open = agenda.filter(({ state }) => state === 'committee-review').length;
  return (
    <form method="post" className="form">
      {open > 0 && <StateMark state="warning">{t('committee.close.undecided', { count: open })}</StateMark>}
      <TextArea
        name="minutes"
        label={t('committee.minutes')}
        hint={t('committee.minutes.hint')}
        rows={10}
        maxLength={20_000}
      />
      <div className="button-row">
        <Button variant="primary" name="intent" value="close">
          {t('committee.close.do')}
        </Button>
      </div>
    </form>
  );
}

export function Minutes({ minutes }: { readonly minutes: string }) {
  const t = useT();
  if (!minutes) return <p>{t('committee.minutes.none')}</p>;
  return (
    <div className="measure">
      <WrittenText text={minutes} />
    </div>
  );
}
