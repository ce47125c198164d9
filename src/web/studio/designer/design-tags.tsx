import { useT } from '../../lib/language.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Checkbox, ChoiceGroup } from '../../ui/choices.tsx';
import type { DesignerData } from './load-designer.ts';

/** A form of its own: tags stand beside the draft and are saved without it. */
export function DesignTags({ data: { design, tags, mayTag } }: { readonly data: DesignerData }) {
  const t = useT();
  const chosen = design.tags.map(({ id }) => id);
  if (tags.length === 0 && !mayTag) return null;
  return (
    <form method="post" className="workbench-form mt-8">
      <fieldset disabled={!mayTag} className="workbench-fields">
        <ChoiceGroup
          id="tags"
          label={t('studio.tags.on-design')}
          hint={
            <>
              {t('studio.tags.on-design.hint')} <a href="/studio/tags">{t('studio.tags.to')}</a>
            </>
          }
        >
          {tags.length === 0 && <p>{t('studio.tags.on-design.none')}</p>}
          {tags.map(({ id, name }) => (
            <Checkbox key={id} name="tags" value={id} label={name} defaultChecked={chosen.includes(id)} />
          ))}
        </ChoiceGroup>
        {mayTag && tags.length > 0 && (
          <ButtonRow fill>
            <Button name="act" value="tags">
              {t('studio.tags.on-design.save')}
            </Button>
          </ButtonRow>
        )}
      </fieldset>
    </form>
  );
}
