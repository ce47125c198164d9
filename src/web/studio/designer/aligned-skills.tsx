import type { Alignment } from '../../../formats/facts.ts';
import { useT } from '../../lib/language.tsx';
import { Button } from '../../ui/button.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import type { GoneSkill } from './section-props.ts';

type Props = {
  /** Id of the outcome. */
  readonly target: string;
  readonly name: string;
  readonly alignments: readonly Alignment[];
  readonly gone: readonly GoneSkill[];
};

/** The skills of an outcome. The buttons belong to the form: what was typed is saved with each of them. */
export function AlignedSkills({ target, name, alignments, gone }: Props) {
  const t = useT();
  return (
    <div>
      {alignments.length > 0 && (
        <ul className="skill-list" aria-label={t('skills.of', { name })}>
          {alignments.map(({ targetUrl, targetName, targetFramework, targetCode }, at) => (
            <li key={targetUrl}>
              <span>
                <a href={targetUrl}>{targetName}</a>
                <span className="s block text-ink2">
                  {[targetFramework, targetCode].filter(Boolean).join(', ')}
                </span>
                <GoneMark url={targetUrl} gone={gone} />
              </span>
              <Button variant="tertiary" dense name="act" value={`unalign:${target}:${at}`}>
                {t('skills.take-away')}
                <span className="sr-only">: {targetName}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <FindButton target={target} name={name} />
    </div>
  );
}

/** Saves what was typed, and goes on to the search. */
export function FindButton({ target, name }: { readonly target: string; readonly name: string }) {
  const t = useT();
  return (
    <Button variant="tertiary" dense name="act" value={`find:${target}`}>
      {t('skills.find')}
      <span className="sr-only">: {name}</span>
    </Button>
  );
}

export function GoneMark({ url, gone }: { readonly url: string; readonly gone: readonly GoneSkill[] }) {
  const t = useT();
  const found = gone.find((one) => one.url === url);
  if (!found) return null;
  return (
    <span className="block">
      <StateMark state="warning">{t('skills.gone', { framework: found.framework })}</StateMark>
    </span>
  );
}
