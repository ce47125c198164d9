import { useLocale, useT } from '../../lib/language.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';
import type { DesignerData } from './load-designer.ts';
import { composeMarkAlternative } from './mark-alternative.ts';

/** The drawn waarmerk, or a picture of one's own; at the sizes at which people meet it. */
export function ImageSection({ data: { design, mayWrite, institution } }: { readonly data: DesignerData }) {
  const t = useT();
  const locale = useLocale();
  return (
    <div className="workbench-form">
      <div className="image-sizes">
        {([48, 104, 320] as const).map((size) => (
          <figure key={size}>
            <img
              src={design.image}
              width={size}
              height={size}
              alt=""
              className={design.customImage ? '' : 'design-mark-round'}
            />
            <figcaption className="xs text-ink2">{t('studio.image.size', { size })}</figcaption>
          </figure>
        ))}
      </div>
      <dl className="facts-list">
        <div>
          <dt>{t('studio.image.now')}</dt>
          <dd>{t(design.customImage ? 'studio.image.own' : 'studio.image.waarmerk')}</dd>
        </div>
        <div>
          <dt>{t('studio.image.alternative')}</dt>
          <dd>{composeMarkAlternative({ t, locale }, design, institution.name)}</dd>
        </div>
      </dl>
      {mayWrite && (
        <>
          <form method="post" encType="multipart/form-data" className="form">
            <input type="hidden" name="revision" value={design.revision} />
            <div className="field">
              <label className="field-label" htmlFor="image">
                {t('studio.image.upload')}
              </label>
              <span className="field-hint" id="image-hint">
                {t('studio.image.upload.hint')}
              </span>
              <input
                id="image"
                type="file"
                name="image"
                accept="image/png,image/svg+xml"
                aria-describedby="image-hint"
                className="control"
                required
              />
            </div>
            <ButtonRow fill>
              <Button name="act" value="image">
                {t('studio.image.use')}
              </Button>
            </ButtonRow>
          </form>
          {design.customImage && (
            <form method="post">
              <input type="hidden" name="revision" value={design.revision} />
              <Button name="act" value="waarmerk">
                {t('studio.image.draw')}
              </Button>
            </form>
          )}
        </>
      )}
    </div>
  );
}
