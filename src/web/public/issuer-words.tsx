import type { IssuerPage } from '../../features/catalogue/catalogue.schema.ts';
import { chooseText } from '../lib/content-text.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { Content } from '../ui/content-text.tsx';

type Shown = Pick<IssuerPage, 'description' | 'unitWebsite' | 'logo' | 'onBehalfOf'>;

/** What an issuer says of itself. */
export function IssuerWords({ issuer, title }: { readonly issuer: Shown; readonly title: string }) {
  const t = useT();
  const { logo, onBehalfOf, description, unitWebsite } = issuer;
  const hasWords = Object.keys(description).length > 0;
  if (!logo && !onBehalfOf && !hasWords && !unitWebsite) return null;
  return (
    <div className="issuer-words">
      {logo && <img src={logo} width={96} height={96} alt={t('public.logo', { name: title })} />}
      <div>
        {hasWords && (
          <p className="measure">
            <Content text={description} />
          </p>
        )}
        {unitWebsite && (
          <p className="mt-2">
            <a href={unitWebsite}>{new URL(unitWebsite).host}</a>
          </p>
        )}
        {onBehalfOf && (
          <p className="mt-2">
            <OnBehalfOf other={onBehalfOf} />
          </p>
        )}
      </div>
    </div>
  );
}

export function OnBehalfOf({ other }: { readonly other: NonNullable<IssuerPage['onBehalfOf']> }) {
  const t = useT();
  const { text: name } = chooseText(other.name, useLocale());
  return (
    <span className="on-behalf">
      {other.logo && <img src={other.logo} width={32} height={32} alt="" />}
      <span>
        {t('public.on-behalf')} {other.url ? <a href={other.url}>{name}</a> : name}
      </span>
    </span>
  );
}
