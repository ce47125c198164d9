import { useT } from '../../lib/language.tsx';
import { Content } from '../../ui/content-text.tsx';
import { type State, StateMark } from '../../ui/state-mark.tsx';
import type { Finding, Quality } from './find-quality.ts';
import { GuideLink } from './guide-link.tsx';
import { lookUp } from './look-up.ts';
import { nameOf } from './where-it-stands.tsx';

type Criterion = Quality['pack']['criteria'][number];
type Given = Quality['opinions'][number]['verdicts'][number] & {
  readonly by: Quality['opinions'][number]['by'];
};

const OF_VERDICT: Readonly<Record<string, State>> = { met: 'passed', partly: 'warning', 'not-met': 'failed' };

/** Every criterion of the pack: what it asks, who looks, and what came of it. What a check found in order is folded. */
export function CriteriaList({ quality }: { readonly quality: Quality }) {
  const t = useT();
  const isInOrder = ({ id, kind }: Criterion) =>
    kind === 'auto' && !quality.findings.some(({ criterion }) => criterion === id);
  const { criteria } = quality.pack;
  const folded = criteria.filter(isInOrder);
  return (
    <>
      <Criteria quality={quality} criteria={criteria.filter((one) => !isInOrder(one))} />
      {folded.length > 0 && (
        <details className="criteria-folded">
          <summary>
            <StateMark state="passed">{t('workbench.criteria.folded', { count: folded.length })}</StateMark>
          </summary>
          <Criteria quality={quality} criteria={folded} />
        </details>
      )}
    </>
  );
}

function Criteria({
  quality,
  criteria,
}: {
  readonly quality: Quality;
  readonly criteria: readonly Criterion[];
}) {
  return (
    <ul className="criteria">
      {criteria.map((criterion) => (
        <li key={criterion.id} id={`criterion-${criterion.id}`}>
          <OneCriterion
            quality={quality}
            criterion={criterion}
            findings={quality.findings.filter((one) => one.criterion === criterion.id)}
            given={listVerdicts(quality, criterion.id)}
          />
        </li>
      ))}
    </ul>
  );
}

function listVerdicts({ opinions, round }: Quality, criterion: string): readonly Given[] {
  return opinions
    .filter((one) => one.round === round)
    .flatMap(({ verdicts, by }) =>
      verdicts.filter((one) => one.criterion === criterion).map((one) => ({ ...one, by })),
    );
}

function OneCriterion({
  quality,
  criterion,
  findings,
  given,
}: {
  readonly quality: Quality;
  readonly criterion: Criterion;
  readonly findings: readonly Finding[];
  readonly given: readonly Given[];
}) {
  const t = useT();
  const { id, text, help, kind, severity } = criterion;
  return (
    <>
      <h3 className="criterion-head">
        <span className="criterion-id">{id}</span> <Content text={text} quiet />
      </h3>
      <div className="criterion-state">
        <Result criterion={criterion} findings={findings} given={given} />
      </div>
      <p className="s text-ink2">
        {t(`workbench.severity.${severity}`)} · {t(`workbench.kind.${kind}`)}
      </p>
      <GuideLink quality={quality} criterion={id} />
      {help && (
        <details className="editor-more">
          <summary>
            {t('workbench.criterion.help')}
            <span className="sr-only">: {id}</span>
          </summary>
          <p className="measure s">
            <Content text={help} quiet />
          </p>
        </details>
      )}
      {given.map((one) => (
        <p key={`${one.by.id} ${one.verdict}`} className="s measure">
          <b>{nameOf(t, one.by)}</b>: {sayVerdict(t, one.verdict)}
          {one.reason && <q className="criterion-reason">{one.reason}</q>}
        </p>
      ))}
    </>
  );
}

export function sayVerdict(t: ReturnType<typeof useT>, verdict: string): string {
  return lookUp(t, `workbench.verdict.${verdict}`) ?? verdict;
}

/** A tick only where a check ran or somebody said that it is met. */
function Result({
  criterion: { kind },
  findings,
  given,
}: {
  readonly criterion: Criterion;
  readonly findings: readonly Finding[];
  readonly given: readonly Given[];
}) {
  const t = useT();
  if (findings.some(({ severity }) => severity === 'must'))
    return <StateMark state="failed">{t('workbench.result.mend', { count: findings.length })}</StateMark>;
  if (findings.length > 0)
    return <StateMark state="warning">{t('workbench.result.mend', { count: findings.length })}</StateMark>;
  const last = given.at(-1);
  if (last)
    return (
      <StateMark state={OF_VERDICT[last.verdict] ?? 'not-checked'}>{sayVerdict(t, last.verdict)}</StateMark>
    );
  if (kind === 'auto') return <StateMark state="passed">{t('workbench.result.checked')}</StateMark>;
  return <StateMark state="not-checked">{t('workbench.result.unweighed')}</StateMark>;
}
