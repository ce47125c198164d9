import { useT } from '../../lib/language.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { addressOf } from '../designer/addresses.ts';
import { type PlainAct, PlainActForm, type Refused } from './act-form.tsx';
import { DecisionForm } from './decision-form.tsx';
import { OpinionForm, type OpinionStep, SettleForm, VoteForm } from './judging-forms.tsx';
import type { QualityData } from './load-quality.ts';
import { countOpen } from './say-finding.ts';

/** In the order in which they are offered: what leads on first, what ends it last. */
const PLAIN: readonly PlainAct[] = [
  'hand-in-idea',
  'take-on',
  'check',
  'submit',
  'reopen',
  'renew',
  'start-review',
  'resume',
  'appeal',
  'recuse',
  'suspend',
  'teach-out',
  'withdraw',
];

const GATES: readonly {
  readonly step: OpinionStep;
  readonly state: string;
  readonly acts: readonly string[];
}[] = [
  { step: 'expert', state: 'expert-review', acts: ['advise', 'sign-off'] },
  { step: 'peer', state: 'peer-review', acts: ['support'] },
  { step: 'owner', state: 'owner-review', acts: ['confirm'] },
];

type ActsProps = { readonly data: QualityData; readonly refused: Refused };

/** A form for each act that is open to the reader; a word about who acts when none is. */
export function Acts({ data, refused }: ActsProps) {
  const t = useT();
  const { quality, person } = data;
  // The approval loses its conditions with the last one that is ticked off: no act of its own.
  const may = new Set(quality.may.filter((act) => act !== 'meet-conditions'));
  const gate = GATES.find(({ state, acts }) => state === quality.state && acts.some((act) => may.has(act)));
  const plain = PLAIN.filter((act) => may.has(act));
  const judges = gate !== undefined || may.has('vote') || may.has('decide') || may.has('settle');
  return (
    <div className="acts">
      {gate && <OpinionForm design={data.design.id} step={gate.step} quality={quality} refused={refused} />}
      {may.has('vote') && <VoteForm quality={quality} person={person} refused={refused} />}
      {may.has('decide') && <DecisionForm quality={quality} refused={refused} />}
      {may.has('settle') && <SettleForm refused={refused} />}
      {may.has('publish') && <PublishLink data={data} />}
      {plain.map((act, at) => (
        <PlainActForm
          key={act}
          act={act}
          variant={at === 0 && !judges && !may.has('publish') ? 'primary' : 'secondary'}
          refused={refused}
          {...whyNot(data, act, t)}
        />
      ))}
      {may.has('retire') && (
        <p className="measure">
          <a href={addressOf(data.design.id, 'publish')}>{t('workbench.act.retire')}</a>
        </p>
      )}
      {(may.has('open-item') || may.has('postpone')) && (
        <p className="measure text-ink2">{t('workbench.act.in-meeting')}</p>
      )}
      {may.has('meet-condition') && (
        <p className="measure">
          <a href="#conditions">{t('workbench.act.meet-condition')}</a>
        </p>
      )}
      {may.size === 0 && <p className="measure text-ink2">{t('workbench.act.nothing')}</p>}
    </div>
  );
}

/** Handing in is refused while something must be mended; better said before than after. */
function whyNot({ quality }: QualityData, act: PlainAct, t: ReturnType<typeof useT>) {
  const count = countOpen(quality.findings);
  if (count === 0 || (act !== 'check' && act !== 'submit')) return {};
  return { unavailable: t('workbench.act.open-findings', { count }) };
}

function PublishLink({ data: { design, quality } }: { readonly data: QualityData }) {
  const t = useT();
  return (
    <div className="act-form">
      <p className="measure">
        {t(quality.changedSince ? 'workbench.act.publish.changed' : 'workbench.act.publish.means')}
      </p>
      <div className="button-row">
        <ButtonLink variant="primary" href={addressOf(design.id, 'publish')}>
          {t('workbench.act.publish')}
        </ButtonLink>
      </div>
    </div>
  );
}
