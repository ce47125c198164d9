import { chooseText } from '../lib/content-text.ts';
import { nameCountry } from '../lib/design-words.ts';
import { useLocale } from '../lib/language.tsx';
import { useNonce } from '../lib/nonce.tsx';
import type { BadgeData } from './load-badge.ts';

/** schema.org EducationalOccupationalCredential, for whoever reads pages by machine. It names nobody. */
export function BadgeJsonLd({ badge }: { readonly badge: BadgeData }) {
  const locale = useLocale();
  const nonce = useNonce()?.script;
  const { content, issuer } = badge;
  const statement = {
    '@context': 'https://schema.org',
    '@type': 'EducationalOccupationalCredential',
    '@id': badge.url,
    url: badge.url,
    name: chooseText(content.title, locale).text,
    description: chooseText(content.description, locale).text,
    credentialCategory: content.kind,
    dateCreated: badge.awardedOn,
    inLanguage: badge.language,
    ...(badge.expiresOn ? { expires: badge.expiresOn } : {}),
    ...(content.level.eqf === undefined ? {} : { educationalLevel: `EQF ${content.level.eqf}` }),
    competencyRequired: content.outcomes.map(({ text }) => chooseText(text, locale).text),
    image: new URL(badge.image.png, badge.publicUrl).href,
    recognizedBy: {
      '@type': 'EducationalOrganization',
      '@id': issuer.url,
      name: chooseText(issuer.name, locale).text,
      url: issuer.website ?? issuer.url,
      address: { '@type': 'PostalAddress', addressCountry: nameCountry('en', issuer.country) },
    },
  };
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON without any sign that could end the element
      dangerouslySetInnerHTML={{ __html: JSON.stringify(statement).replace(/</g, '\\u003c') }}
    />
  );
}
