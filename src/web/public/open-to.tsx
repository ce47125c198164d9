import { chooseText } from '../lib/content-text.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { OnBehalfOf } from './issuer-words.tsx';
import type { DesignFacts } from './load-design.ts';

/** For whom it is issued, and whose learners may take part. */
export function OpenTo({ design }: { readonly design: DesignFacts }) {
  const t = useT();
  const locale = useLocale();
  const { to, institutions } = design.openTo;
  const names = [design.institution.name, ...institutions].map((name) => chooseText(name, locale).text);
  return (
    <>
      {design.onBehalfOf && (
        <p className="mt-2">
          <OnBehalfOf other={design.onBehalfOf} />
        </p>
      )}
      <p className="s mt-2 text-ink2">
        {t('public.open-to')} {to === 'listed' ? names.join(', ') : t(`public.open-to.${to}`)}
      </p>
    </>
  );
}
