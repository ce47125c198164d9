import { formatInstantDay } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextArea } from '../../ui/field.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { type Refused, typedFor } from './act-form.tsx';
import { findPlace } from './find-place.ts';
import { listPlaces } from './list-places.ts';
import type { QualityData } from './load-quality.ts';
import { sayPlace } from './say-finding.ts';
import { nameOf } from './where-it-stands.tsx';

type CommentsProps = { readonly data: QualityData; readonly refused: Refused };

/** Remarks at the field they concern; open ones first. */
export function Comments({ data, refused }: CommentsProps) {
  const t = useT();
  const open = data.quality.comments.filter(({ resolved }) => !resolved);
  const done = data.quality.comments.filter(({ resolved }) => resolved);
  return (
    <>
      {open.length > 0 && <CommentList data={data} comments={open} />}
      {done.length > 0 && (
        <details className="editor-more">
          <summary>{t('workbench.comments.done', { count: done.length })}</summary>
          <CommentList data={data} comments={done} />
        </details>
      )}
      <details className="editor-more" open={refused?.act === 'comment'}>
        <summary>{t('workbench.comments.add')}</summary>
        <CommentForm data={data} refused={refused} />
      </details>
    </>
  );
}

function CommentList({
  data: { design, mayWrite },
  comments,
}: {
  readonly data: QualityData;
  readonly comments: QualityData['quality']['comments'];
}) {
  const t = useT();
  const locale = useLocale();
  return (
    <ul className="opinions">
      {comments.map((one) => {
        const place = findPlace(design, one.pointer);
        return (
          <li key={one.id}>
            <p className="m">
              <b>{nameOf(t, one.by)}</b>, {formatInstantDay(locale, one.at)},{' '}
              <a href={place.href}>{t('workbench.comments.at', { place: sayPlace(t, place) })}</a>
              {one.criterion && ` (${one.criterion})`}
            </p>
            <p className="measure comment-text">{one.text}</p>
            {one.resolved && <StateMark state="passed">{t('workbench.comments.resolved')}</StateMark>}
            {!one.resolved && mayWrite && (
              <form method="post">
                <Button dense name="act" value={`resolve:${one.id}`}>
                  {t('workbench.comments.resolve')}
                  <span className="sr-only">: {one.text.slice(0, 80)}</span>
                </Button>
              </form>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function CommentForm({ data: { design, quality }, refused }: CommentsProps) {
  const t = useT();
  const typed = typedFor(refused, 'comment');
  return (
    <form method="post" className="act-form">
      <SelectField
        name="pointer"
        label={t('workbench.comments.place')}
        defaultValue={typed.pointer ?? ''}
        options={listPlaces(design.content).map((value) => ({
          value,
          label: sayOption(t, findPlace(design, value), value),
        }))}
      />
      <SelectField
        name="criterion"
        label={t('workbench.comments.criterion')}
        defaultValue={typed.criterion ?? ''}
        options={[
          { value: '', label: t('workbench.comments.criterion.none') },
          ...quality.pack.criteria.map(({ id }) => ({ value: id, label: id })),
        ]}
        optional
      />
      <TextArea
        name="text"
        label={t('workbench.comments.text')}
        defaultValue={typed.text ?? ''}
        rows={3}
        required
      />
      <div className="button-row">
        <Button name="act" value="comment">
          {t('workbench.comments.send')}
        </Button>
      </div>
    </form>
  );
}

function sayOption(t: ReturnType<typeof useT>, place: ReturnType<typeof findPlace>, pointer: string): string {
  const house = t(`workbench.tab.${place.part.house}`);
  const field = pointer === '/content/title' ? ` (${t('studio.summary.title')})` : '';
  return `${house}: ${sayPlace(t, place)}${field}`;
}
