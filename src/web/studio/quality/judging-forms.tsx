/** Forms of those who judge: an opinion, a vote, the answer to an objection. */
import { useLocale, useT } from '../../lib/language.tsx';
import { renderRich } from '../../lib/rich-text.tsx';
import { Checkbox, RadioGroup } from '../../ui/choices.tsx';
import { TextArea } from '../../ui/field.tsx';
import { addressOf } from '../designer/addresses.ts';
import { type Refused, typedFor } from './act-form.tsx';
import { dossierAddressOf, handedInAddressOf } from './addresses.ts';
import type { Quality } from './find-quality.ts';
import { JudgingForm, SummaryField } from './judging-form.tsx';
import { VerdictFields } from './verdict-fields.tsx';

export type OpinionStep = 'expert' | 'peer' | 'owner';

type OpinionProps = {
  readonly design: string;
  readonly step: OpinionStep;
  readonly quality: Quality;
  readonly refused: Refused;
};

/** Whoever stands at a gate: forward, or back with what should change. */
export function OpinionForm({ design, step, quality, refused }: OpinionProps) {
  const t = useT();
  const locale = useLocale();
  const typed = typedFor(refused, 'opinion');
  const { pack } = quality;
  const isLast = pack.gates.at(-1)?.step === step;
  return (
    <JudgingForm act="opinion" record={t(`workbench.opinion.${step}.record`)}>
      <input type="hidden" name="step" value={step} />
      <p className="measure">{t(isLast ? 'workbench.opinion.signs' : `workbench.opinion.${step}.means`)}</p>
      <p className="s measure">
        {renderRich(t('workbench.opinion.read'), {
          content: (words) => <a href={addressOf(design, 'preview')}>{words}</a>,
          dossier: (words) => <a href={dossierAddressOf(design)}>{words}</a>,
          paper: (words) => <a href={handedInAddressOf(design, locale)}>{words}</a>,
        })}
      </p>
      {step !== 'owner' && <VerdictFields quality={quality} typed={typed} />}
      <RadioGroup
        label={t('workbench.opinion.outcome')}
        name="outcome"
        chosen={typed.outcome}
        options={(['forward', 'changes'] as const).map((value) => ({
          value,
          label: t(
            value === 'forward' && isLast ? 'workbench.opinion.sign-off' : `workbench.opinion.${value}`,
          ),
        }))}
      />
      {step === 'expert' && mayAskPeer(quality) && (
        <Checkbox
          name="peer"
          label={t('workbench.opinion.ask-peer')}
          hint={t('workbench.opinion.ask-peer.hint')}
          defaultChecked={typed.peer !== undefined}
        />
      )}
      <SummaryField
        label={t('workbench.opinion.summary')}
        hint={t('workbench.opinion.summary.hint')}
        typed={typed}
      />
    </JudgingForm>
  );
}

/** Where the rules leave it to the expert. */
function mayAskPeer({ pack, route }: Quality): boolean {
  return pack.gates.some(({ step, optional }) => step === 'peer' && optional) && !route.includes('peer');
}

export function VoteForm({
  quality,
  person,
  refused,
}: Omit<OpinionProps, 'step' | 'design'> & { readonly person: string | null }) {
  const t = useT();
  const typed = typedFor(refused, 'vote');
  const own = quality.votes.find(({ by }) => by.id === person);
  return (
    <JudgingForm act="vote" record={t('workbench.vote.record')}>
      <p className="measure">{t(own ? 'workbench.vote.again' : 'workbench.vote.means')}</p>
      <RadioGroup
        label={t('workbench.vote')}
        name="vote"
        chosen={typed.vote ?? own?.vote}
        options={(['for', 'against', 'abstain', 'recused'] as const).map((value) => ({
          value,
          label: t(`workbench.vote.${value}`),
          ...(value === 'recused' ? { hint: t('workbench.vote.recused.hint') } : {}),
        }))}
      />
      <TextArea
        id="vote-reason"
        name="reason"
        label={t('workbench.act.reason')}
        rows={2}
        defaultValue={typed.reason ?? own?.reason ?? ''}
        optional
      />
    </JudgingForm>
  );
}

export function SettleForm({ refused }: { readonly refused: Refused }) {
  const t = useT();
  const typed = typedFor(refused, 'settle');
  return (
    <JudgingForm act="settle" record={t('workbench.settle.record')}>
      <p className="measure">{t('workbench.settle.means')}</p>
      <RadioGroup
        label={t('workbench.settle')}
        name="upheld"
        chosen={typed.upheld}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`workbench.settle.${value}`) }))}
      />
      <SummaryField id="settle-summary" label={t('workbench.settle.summary')} typed={typed} />
    </JudgingForm>
  );
}
