import { useT } from '../../lib/language.tsx';
import { Button } from '../../ui/button.tsx';

type RowControlsProps = {
  readonly list: string;
  readonly at: number;
  readonly count: number;
  /** What the row is called, for those who do not see where the buttons stand. */
  readonly name: string;
};

/** Each is a button of the form: what was typed is saved, and the row has moved. */
export function RowControls({ list, at, count, name }: RowControlsProps) {
  const t = useT();
  return (
    <div className="row-controls">
      {at > 0 && (
        <Button variant="tertiary" dense name="act" value={`up:${list}:${at}`}>
          {t('studio.row.up')}
          <span className="sr-only">: {name}</span>
        </Button>
      )}
      {at < count - 1 && (
        <Button variant="tertiary" dense name="act" value={`down:${list}:${at}`}>
          {t('studio.row.down')}
          <span className="sr-only">: {name}</span>
        </Button>
      )}
      <Button variant="tertiary" dense name="act" value={`remove:${list}:${at}`}>
        {t('studio.row.remove')}
        <span className="sr-only">: {name}</span>
      </Button>
    </div>
  );
}
