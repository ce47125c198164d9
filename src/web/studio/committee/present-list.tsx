import { useT } from '../../lib/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox, ChoiceGroup } from '../../ui/choices.tsx';
import { lookUp } from '../quality/look-up.ts';
import type { MeetingData } from './meeting-data.ts';

type Meeting = Pick<MeetingData, 'meeting'>['meeting'];

/** The most that any item needs: the meeting opens for all of them at once. */
function quorumOf({ agenda }: Meeting): number {
  return Math.max(0, ...agenda.map(({ quorum }) => quorum));
}

/** Opened by whoever convenes: who is there, each with their seat, and how many it takes. */
export function OpenForm({ meeting }: { readonly meeting: Meeting }) {
  const t = useT();
  const { members, agenda } = meeting;
  const quorum = quorumOf(meeting);
  return (
    <form method="post" className="form">
      <ChoiceGroup
        id="present"
        label={t('committee.who')}
        hint={quorum > 0 ? t('committee.quorum', { count: quorum }) : t('committee.quorum.none')}
      >
        {members.map(({ id, name, seat }) => (
          <Checkbox
            key={id}
            name="present"
            value={id}
            label={name || t('committee.unnamed')}
            hint={lookUp(t, `role.${seat}`) ?? seat}
          />
        ))}
      </ChoiceGroup>
      <div className="button-row">
        <Button
          variant="primary"
          name="intent"
          value="open"
          unavailable={agenda.length === 0 && t('committee.open.empty')}
        >
          {t('committee.open', { count: agenda.length })}
        </Button>
      </div>
    </form>
  );
}

/** Before a meeting its members, from its opening on those who are there. */
export function PresentList({ meeting }: { readonly meeting: Meeting }) {
  const t = useT();
  const { state, members, present } = meeting;
  const seatOf = (person: string) => members.find(({ id }) => id === person)?.seat;
  const shown = state === 'planned' ? members : present.map((one) => ({ ...one, seat: seatOf(one.id) }));
  return (
    <>
      <ul className="rows">
        {shown.map(({ id, name, seat }) => (
          <li key={id} className="py-2">
            {name || t('committee.unnamed')}
            {seat && <span className="text-ink2">, {(lookUp(t, `role.${seat}`) ?? seat).toLowerCase()}</span>}
          </li>
        ))}
      </ul>
      <p className="s mt-3 text-ink2">{t('committee.quorum', { count: quorumOf(meeting) })}</p>
    </>
  );
}
