import type { ReactNode } from 'react';
import type { ContentText } from '../../lib/content-text.ts';
import { nameForms, nameLanguages, sayLevel, sayLoad } from '../../lib/design-words.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { AssessmentTable } from '../../public/assessment-table.tsx';
import { OutcomeList } from '../../public/outcome-list.tsx';
import { Content } from '../../ui/content-text.tsx';
import { Facts } from '../../ui/facts.tsx';
import { StatusBar } from '../../ui/status-bar.tsx';
import { Punches } from '../../ui/tags.tsx';
import type { DesignerData } from './load-designer.ts';

type PreviewProps = { readonly design: DesignerData['design']; readonly institution: ContentText };

/** What the public page will say, from the saved draft. */
export function PreviewSection({ design, institution }: PreviewProps) {
  const t = useT();
  const locale = useLocale();
  const words = { t, locale };
  const { content } = design;
  return (
    <div className="preview">
      <StatusBar
        state="not-checked"
        title={t('studio.preview.draft')}
        note={t('studio.preview.draft.note')}
      />
      <div className="preview-head">
        <div>
          <p className="t1">
            <Content text={content.title} />
          </p>
          <p className="lead mt-3">
            <Content text={design.unit ?? institution} quiet />
          </p>
          <div className="mt-3">
            <Punches
              kind={content.kind}
              eqf={content.level.eqf}
              ects={content.workload.ects}
              hours={content.workload.hours}
            />
          </div>
        </div>
        <img
          src={design.image}
          width={208}
          height={208}
          alt=""
          className={design.customImage ? '' : 'design-mark-round'}
        />
      </div>
      <p className="measure">
        <Content text={content.description} />
      </p>
      <PreviewPart title={t('design.outcomes')}>
        <OutcomeList content={content} />
      </PreviewPart>
      <PreviewPart title={t('design.assessment')}>
        <AssessmentTable content={content} />
      </PreviewPart>
      <Facts
        facts={[
          { label: t('fact.load'), value: sayLoad(words, content.workload) ?? t('fact.not-stated') },
          { label: t('fact.level'), value: sayLevel(words, content.level) ?? t('fact.level.none') },
          {
            label: t('fact.language'),
            value: nameLanguages(locale, content.instructionLanguages) || t('fact.not-stated'),
          },
          { label: t('fact.form'), value: nameForms(words, content.participation) || t('fact.not-stated') },
        ]}
      />
      {(
        [
          ['studio.section.quality', content.qualityAssurance?.statement],
          ['studio.audience.prerequisites', content.prerequisites],
          ['studio.audience.audience', content.audience],
          ['studio.section.leads-to', content.stackability?.statement],
          ['studio.section.more', content.furtherInformation],
        ] as const
      ).map(
        ([key, text]) =>
          text && (
            <PreviewPart key={key} title={t(key)}>
              <p className="t3 measure">
                <Content text={text} />
              </p>
            </PreviewPart>
          ),
      )}
    </div>
  );
}

function PreviewPart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="preview-part">
      <h2 className="label">{title}</h2>
      {children}
    </section>
  );
}
