/** Forms of those who judge: an opinion, a vote, the answer to an objection. */
import { useT } from '../../lib/language.tsx';
import { renderRich } from '../../lib/rich-text.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceGroup, Radio } from '../../ui/choices.tsx';
import { TextArea } from '../../ui/field.tsx';
import { addressOf } from '../designer/addresses.ts';
import { type Refused, typedFor } from './act-form.tsx';
import { dossierAddressOf } from './addresses.ts';
import type { Quality } from './find-quality.ts';
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
  const typed = typedFor(refused, 'opinion');
  const { pack } = quality;
  const isLast = pack.gates.at(-1)?.step === step;
  return (
    <form method="post" className="act-form">
      <input type="hidden" name="step" value={step} />
      <p className="measure">{t(isLast ? 'workbench.opinion.signs' : `workbench.opinion.${step}.means`)}</p>
      <p className="s measure">
        {renderRich(t('workbench.opinion.read'), {
          content: (words) => <a href={addressOf(design, 'preview')}>{words}</a>,
          dossier: (words) => <a href={dossierAddressOf(design)}>{words}</a>,
        })}
      </p>
      {step !== 'owner' && <VerdictFields quality={quality} typed={typed} />}
      <ChoiceGroup label={t('workbench.opinion.outcome')} id="outcome">
        {(['forward', 'changes'] as const).map((outcome) => (
          <Radio
            key={outcome}
            name="outcome"
            value={outcome}
            required
            label={t(
              outcome === 'forward' && isLast ? 'workbench.opinion.sign-off' : `workbench.opinion.${outcome}`,
            )}
            defaultChecked={(typed.outcome ?? '') === outcome}
          />
        ))}
      </ChoiceGroup>
      <TextArea
        name="summary"
        label={t('workbench.opinion.summary')}
        hint={t('workbench.opinion.summary.hint')}
        rows={4}
        defaultValue={typed.summary ?? ''}
        required
      />
      <div className="button-row">
        <Button variant="primary" name="act" value="opinion">
          {t(`workbench.opinion.${step}.record`)}
        </Button>
      </div>
    </form>
  );
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
    <form method="post" className="act-form">
      <p className="measure">{t(own ? 'workbench.vote.again' : 'workbench.vote.means')}</p>
      <ChoiceGroup label={t('workbench.vote')} id="vote">
        {(['for', 'against', 'abstain', 'recused'] as const).map((vote) => (
          <Radio
            key={vote}
            name="vote"
            value={vote}
            required
            label={t(`workbench.vote.${vote}`)}
            {...(vote === 'recused' ? { hint: t('workbench.vote.recused.hint') } : {})}
            defaultChecked={(typed.vote ?? own?.vote) === vote}
          />
        ))}
      </ChoiceGroup>
      <TextArea
        id="vote-reason"
        name="reason"
        label={t('workbench.act.reason')}
        rows={2}
        defaultValue={typed.reason ?? own?.reason ?? ''}
        optional
      />
      <div className="button-row">
        <Button variant="primary" name="act" value="vote">
          {t('workbench.vote.record')}
        </Button>
      </div>
    </form>
  );
}

export function SettleForm({ refused }: { readonly refused: Refused }) {
  const t = useT();
  const typed = typedFor(refused, 'settle');
  return (
    <form method="post" className="act-form">
      <p className="measure">{t('workbench.settle.means')}</p>
      <ChoiceGroup label={t('workbench.settle')} id="upheld">
        {(['yes', 'no'] as const).map((upheld) => (
          <Radio
            key={upheld}
            name="upheld"
            value={upheld}
            required
            label={t(`workbench.settle.${upheld}`)}
            defaultChecked={typed.upheld === upheld}
          />
        ))}
      </ChoiceGroup>
      <TextArea
        id="settle-summary"
        name="summary"
        label={t('workbench.settle.summary')}
        rows={4}
        defaultValue={typed.summary ?? ''}
        required
      />
      <div className="button-row">
        <Button variant="primary" name="act" value="settle">
          {t('workbench.settle.record')}
        </Button>
      </div>
    </form>
  );
}
