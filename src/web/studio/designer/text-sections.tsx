/** Sections that are only texts. */
import { useT } from '../../lib/language.tsx';
import { LanguageFields } from './language-fields.tsx';
import type { SectionProps } from './section-props.ts';

export function SummarySection({ content, ...rest }: SectionProps) {
  const t = useT();
  return (
    <>
      <LanguageFields
        {...rest}
        name="content.title"
        label={t('studio.summary.title')}
        hint={t('studio.summary.title.hint')}
        text={content.title}
      />
      <LanguageFields
        {...rest}
        name="content.description"
        label={t('studio.summary.description')}
        hint={t('studio.summary.description.hint')}
        text={content.description}
        lines={4}
      />
    </>
  );
}

export function AudienceSection({ content, ...rest }: SectionProps) {
  const t = useT();
  return (
    <>
      <LanguageFields
        {...rest}
        name="content.prerequisites"
        label={t('studio.audience.prerequisites')}
        hint={t('studio.audience.prerequisites.hint')}
        text={content.prerequisites}
        lines={3}
        optional
      />
      <LanguageFields
        {...rest}
        name="content.audience"
        label={t('studio.audience.audience')}
        hint={t('studio.audience.audience.hint')}
        text={content.audience}
        lines={3}
        optional
      />
    </>
  );
}
