import type { Profile } from '../../../features/institutions/profile.schema.ts';
import { nameCountry } from '../../lib/design-words.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Content } from '../../ui/content-text.tsx';
import { FactList } from '../../ui/facts.tsx';
import { Section } from '../../ui/section.tsx';

/** For those who may read it and not change it. */
export function ProfileFacts({ profile }: { readonly profile: Profile }) {
  const t = useT();
  const locale = useLocale();
  const { street, postalCode, locality, country } = profile.address;
  const optional = (label: string, value: string | null) => (value ? [{ label, value }] : []);
  return (
    <Section label={t('organisation.profile')} id="profile">
      <FactList
        facts={[
          { label: t('organisation.name'), value: <Content text={profile.name} quiet /> },
          {
            label: t('organisation.kind'),
            value: t(`provider.kind.${profile.kind as 'other'}`),
          },
          {
            label: t('organisation.address'),
            value: [street, postalCode, locality, nameCountry(locale, country)].filter(Boolean).join(', '),
          },
          ...optional(t('organisation.website'), profile.website),
          ...optional(t('organisation.email'), profile.email),
          ...optional(t('organisation.gradingTable'), profile.gradingTable),
          ...Object.entries(profile.identifiers)
            .filter(([, values]) => values.length > 0)
            .map(([scheme, values]) => ({
              label: t(`organisation.scheme.${scheme as 'BRIN'}`),
              value: values.join(', '),
            })),
          { label: t('organisation.timeZone'), value: profile.timeZone },
        ]}
      />
    </Section>
  );
}
