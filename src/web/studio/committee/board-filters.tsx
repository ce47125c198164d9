import { chooseText } from '../../lib/content-text.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { SelectField } from '../../ui/field.tsx';
import type { BoardFilter, BoardItem } from './stages.ts';

type FilterProps = { readonly items: readonly BoardItem[]; readonly filter: BoardFilter };

/** Every choice is an address: a form that asks, and changes nothing. */
export function BoardFilters({ items, filter }: FilterProps) {
  const t = useT();
  return (
    <form method="get" action="/studio/quality" className="filters" aria-label={t('board.filter')}>
      {filter.stage && <input type="hidden" name="stage" value={filter.stage} />}
      <SelectField
        name="unit"
        label={t('board.unit')}
        defaultValue={filter.unit ?? ''}
        options={[{ value: '', label: t('board.unit.all') }, ...useUnits(items)]}
      />
      <div className="board-choices">
        <Checkbox name="late" value="1" label={t('board.late')} defaultChecked={filter.late} />
        <Checkbox name="mine" value="1" label={t('board.mine')} defaultChecked={filter.mine !== undefined} />
      </div>
      <div className="button-row">
        <Button>{t('board.show')}</Button>
        {(filter.unit || filter.late || filter.mine) && <a href="/studio/quality">{t('frame.clear-all')}</a>}
      </div>
    </form>
  );
}

function useUnits(items: readonly BoardItem[]) {
  const locale = useLocale();
  const names = new Map(
    items.flatMap(({ unitSlug, unit }) =>
      unitSlug && unit ? [[unitSlug, chooseText(unit, locale).text] as const] : [],
    ),
  );
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .sort((one, other) => one.label.localeCompare(other.label, locale));
}
