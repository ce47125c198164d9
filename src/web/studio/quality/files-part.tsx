import type { ReactNode } from 'react';
import type { TextKey } from '../../lib/i18n.ts';
import { useT } from '../../lib/language.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import type { QualityData } from './load-quality.ts';

/** Two files, each to take out and to bring in. */
export function FilesPart({ data }: { readonly data: QualityData }) {
  const t = useT();
  const { id } = data.design;
  return (
    <div className="files">
      <OneFile
        data={data}
        title={t('workbench.files.design')}
        note={t('workbench.files.design.note')}
        href={`/studio/designs/${id}/design.json`}
        act="bring-design"
        accept=".json,application/json"
        means="workbench.files.design.means"
      />
      <OneFile
        data={data}
        title={t('workbench.files.matrix')}
        note={t('workbench.files.matrix.note')}
        href={`/studio/designs/${id}/matrix.csv`}
        act="bring-matrix"
        accept=".csv,text/csv"
        means="workbench.files.matrix.means"
      />
    </div>
  );
}

type OneFileProps = {
  readonly data: QualityData;
  readonly title: ReactNode;
  readonly note: ReactNode;
  readonly href: string;
  readonly act: 'bring-design' | 'bring-matrix';
  readonly accept: string;
  readonly means: TextKey;
};

function OneFile({
  data: { design, quality, mayWrite },
  title,
  note,
  href,
  act,
  accept,
  means,
}: OneFileProps) {
  const t = useT();
  return (
    <section className="file-part" aria-labelledby={act}>
      <h2 id={act} className="h3">
        {title}
      </h2>
      <p className="measure text-ink2">{note}</p>
      <div className="button-row">
        <ButtonLink href={href} download>
          {t(`workbench.files.${act === 'bring-design' ? 'take-design' : 'take-matrix'}`)}
        </ButtonLink>
      </div>
      {mayWrite && (
        <form method="post" encType="multipart/form-data" className="act-form">
          <input type="hidden" name="revision" value={quality.dossierRevision} />
          <input type="hidden" name="contentRevision" value={design.revision} />
          <div className="field">
            <label className="field-label" htmlFor={`${act}-file`}>
              {t('workbench.files.file')}
            </label>
            <span id={`${act}-hint`} className="field-hint">
              {t(means)}
            </span>
            <input
              type="file"
              id={`${act}-file`}
              name="file"
              accept={accept}
              required
              className="control"
              aria-describedby={`${act}-hint`}
            />
          </div>
          <div className="button-row">
            <Button name="act" value={act}>
              {t('workbench.files.bring')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
