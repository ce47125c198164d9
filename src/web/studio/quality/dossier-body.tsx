import type { ComponentType } from 'react';
import { useT } from '../../lib/language.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { AssessmentsPart } from './assessments-part.tsx';
import type { DossierProps } from './dossier-props.ts';
import { type DossierSectionId, dossierSectionIds } from './dossier-sections.ts';
import { LevelPart } from './level-part.tsx';
import { OutcomesPart } from './outcomes-part.tsx';
import { StackingPart } from './stacking-part.tsx';
import { AudiencePart, Statements } from './statements-part.tsx';
import { TeamPart } from './team-part.tsx';
import { WorkloadPart } from './workload-part.tsx';

const parts: Readonly<Partial<Record<DossierSectionId, ComponentType<DossierProps>>>> = {
  outcomes: OutcomesPart,
  assessments: AssessmentsPart,
  workload: WorkloadPart,
  level: LevelPart,
  audience: AudiencePart,
  team: TeamPart,
  stacking: StackingPart,
};

type BodyProps = DossierProps & {
  readonly section: DossierSectionId;
  readonly revision: number;
  readonly mayWrite: boolean;
};

/** The form of one section. The revision that the reader saw goes with it, so that nobody writes over another. */
export function DossierBody({ section, revision, mayWrite, ...props }: BodyProps) {
  const t = useT();
  const Part = parts[section];
  const next = dossierSectionIds[dossierSectionIds.indexOf(section) + 1];
  return (
    <form method="post" className="workbench-form">
      <fieldset disabled={!mayWrite} className="workbench-fields">
        <SaveOnEnter />
        <input type="hidden" name="revision" value={revision} />
        <input type="hidden" name="spare" value={props.spare} />
        {Part ? <Part {...props} /> : <Statements {...props} section={section} />}
        {mayWrite ? (
          <ButtonRow fill>
            <Button variant="primary" name="act" value="save">
              {t('studio.save')}
            </Button>
            {next && (
              <Button name="act" value="save-next">
                {t('studio.save-next', { section: t(`workbench.section.${next}`) })}
              </Button>
            )}
          </ButtonRow>
        ) : (
          <p className="text-ink2">{t(props.design.retired ? 'studio.retired.note' : 'studio.read-only')}</p>
        )}
      </fieldset>
    </form>
  );
}

/** Enter presses the first button of a form; without this one that would be the first verb. */
function SaveOnEnter() {
  return (
    <button type="submit" name="act" value="save" className="sr-only" tabIndex={-1} aria-hidden="true" />
  );
}
