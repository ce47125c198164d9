import type { ShownAccreditation } from '../../features/accreditations/accreditations.schema.ts';
import { sayAccreditation } from '../../formats/accreditations.ts';
import { AccreditationStanding } from '../features/accreditations/accreditation-standing.tsx';
import { useLocale, useT } from '../lib/language.tsx';
import { Section } from '../ui/section.tsx';

/** What agencies decided about a provider; what ended is shown as ended. */
export function ProviderQuality({
  accreditations,
}: {
  readonly accreditations: readonly ShownAccreditation[];
}) {
  const t = useT();
  const locale = useLocale();
  return (
    <Section label={t('external-quality')} id="external-quality">
      {accreditations.length === 0 && <p className="text-ink2">{t('external-quality.none')}</p>}
      <ul className="rows">
        {accreditations.map((one) => {
          const { title, sentence, source } = sayAccreditation(asFacts(one), locale, 'en');
          return (
            <li key={one.publicId} className="py-4">
              <h3 className="h3">{title}</h3>
              <AccreditationStanding standing={one.standing} />
              <p className="measure">{sentence}</p>
              <p className="s mt-1">
                <a href={one.url}>{source}</a>
              </p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function asFacts({ publicId, number, validUntil, unit, eqf, fields, ...one }: ShownAccreditation) {
  return {
    ...{ id: publicId, type: one.type, title: one.title, agency: one.agency, register: one.register },
    ...{ url: one.url, decision: one.decision, validFrom: one.validFrom },
    ...(number === null ? {} : { number }),
    ...(validUntil === null ? {} : { validUntil }),
    scope: { ...(unit ? { unit: unit.name } : {}), eqf, fields },
  };
}
