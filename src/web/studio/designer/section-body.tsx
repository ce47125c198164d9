import type { ComponentType } from 'react';
import { useT } from '../../lib/language.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { AlignmentSection } from './alignment-section.tsx';
import { AssessmentsSection } from './assessments-section.tsx';
import { DesignTags } from './design-tags.tsx';
import { FormSection, LevelSection, QualitySection, WorkloadSection } from './fact-sections.tsx';
import { FindSkill } from './find-skill.tsx';
import { LeadsToSection, MoreSection, PartnersSection } from './further-sections.tsx';
import { ImageSection } from './image-section.tsx';
import { LanguagesSection } from './languages-section.tsx';
import type { DesignerData } from './load-designer.ts';
import { OutcomesSection } from './outcomes-section.tsx';
import { PreviewSection } from './preview-section.tsx';
import { PublishSection } from './publish-section.tsx';
import type { SectionProps } from './section-props.ts';
import { nextSection } from './sections.ts';
import { AudienceSection, SummarySection } from './text-sections.tsx';

const forms: Readonly<Partial<Record<string, ComponentType<SectionProps>>>> = {
  summary: SummarySection,
  outcomes: OutcomesSection,
  assessments: AssessmentsSection,
  alignment: AlignmentSection,
  workload: WorkloadSection,
  level: LevelSection,
  form: FormSection,
  quality: QualitySection,
  audience: AudienceSection,
  'leads-to': LeadsToSection,
  more: MoreSection,
};

type Props = Omit<SectionProps, 'gone'> & { readonly data: DesignerData };

/** The form of one section. The revision that the reader saw goes with it, so that nobody writes over another. */
export function SectionBody({ data, ...rest }: Props) {
  const { design, section, institution, mayWrite } = data;
  if (data.finding) return <FindSkill data={data} finding={data.finding} />;
  const props = { ...rest, gone: data.gone };
  if (section === 'image') return <ImageSection data={data} />;
  if (section === 'languages') return <LanguagesSection {...props} data={data} />;
  if (section === 'preview') return <PreviewSection design={design} institution={institution.name} />;
  if (section === 'publish') return <PublishSection data={data} />;
  const Form = forms[section];
  return (
    <>
      <form method="post" className="workbench-form">
        <fieldset disabled={!mayWrite} className="workbench-fields">
          <SaveOnEnter />
          <input type="hidden" name="revision" value={design.revision} />
          {Form ? (
            <Form {...props} />
          ) : (
            <PartnersSection
              institution={institution}
              ownUnit={design.unitSlug}
              partners={design.partnerUnitSlugs}
            />
          )}
          <SaveButtons data={data} />
        </fieldset>
      </form>
      {section === 'more' && <DesignTags data={data} />}
    </>
  );
}

/** Enter presses the first button of a form; without this one that would move the first row. */
function SaveOnEnter() {
  return (
    <button type="submit" name="act" value="save" className="sr-only" tabIndex={-1} aria-hidden="true" />
  );
}

function SaveButtons({ data: { section, mayWrite, design } }: { readonly data: DesignerData }) {
  const t = useT();
  const next = nextSection(section);
  if (!mayWrite)
    return <p className="text-ink2">{t(design.retired ? 'studio.retired.note' : 'studio.read-only')}</p>;
  return (
    <ButtonRow fill>
      <Button variant="primary" name="act" value="save">
        {t('studio.save')}
      </Button>
      {next && (
        <Button name="act" value="save-next">
          {t('studio.save-next', { section: t(`studio.section.${next}`) })}
        </Button>
      )}
    </ButtonRow>
  );
}
