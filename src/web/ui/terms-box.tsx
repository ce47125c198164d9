import type { TermsView } from '../../features/terms/terms.schema.ts';
import { chooseText } from '../lib/content-text.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { addressOfTerms, nameOfTerms, partOf } from '../lib/terms-words.ts';
import { Checkbox } from './choices.tsx';

/** One text to agree to: what it says in short, where it stands in full, and a box that must be ticked. */
export function TermsBox({ terms }: { readonly terms: TermsView }) {
  const t = useT();
  const locale = useLocale();
  const { lang, excerpt } = partOf(terms.texts, locale);
  const owner = chooseText(terms.ownerName, locale).text;
  return (
    <div className="wash">
      <p className="h3">{t(nameOfTerms(terms.kind))}</p>
      <p className="s text-ink2">{t('terms.by', { owner, version: terms.version })}</p>
      <p className="mt-2" lang={lang}>
        {excerpt}
      </p>
      <p className="mt-2">
        <a href={addressOfTerms(terms)} target="_blank" rel="noopener">
          {t('terms.read-all')}
        </a>
      </p>
      <div className="mt-3">
        <Checkbox name="agree" value={terms.id} required label={t('terms.agree', { owner })} />
      </div>
    </div>
  );
}
