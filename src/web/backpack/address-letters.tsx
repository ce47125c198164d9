import type { OwnLettersView } from '../../features/accounts/letters.schema.ts';
import { sendApi } from '../lib/api.ts';
import { chooseText } from '../lib/content-text.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { Button } from '../ui/button.tsx';

type Wishes = OwnLettersView['addresses'][number];

/** `act` names the wish and, after the colon, the institution; nothing there: any. */
export function sendLetterWish(context: Parameters<typeof sendApi>[0], form: FormData) {
  const [wish, from = ''] = String(form.get('letters') ?? '').split(':');
  const path = `/api/v1/account/addresses/${encodeURIComponent(String(form.get('id') ?? ''))}/letters`;
  return sendApi(context, path, { method: 'PUT', body: { wish, from: from || null } });
}

/** Which letters this address wants none of, and the way back. */
export function AddressLetters({ address, wishes }: { readonly address: string; readonly wishes: Wishes }) {
  const t = useT();
  const locale = useLocale();
  const { id, none, noneFrom } = wishes;
  const acts = [
    none
      ? { act: 'again:', text: t('letters.own.none'), label: t('letters.again') }
      : { act: 'none:', text: undefined, label: t('letters.stop-all') },
    ...noneFrom.map(({ slug, name }) => {
      const institution = chooseText(name, locale).text;
      return {
        act: `again:${slug}`,
        text: t('letters.own.none-from', { institution }),
        label: t('letters.again-from', { institution }),
      };
    }),
  ];
  return (
    <>
      {acts.map(
        ({ text }) =>
          text && (
            <p key={text} className="s">
              {text}
            </p>
          ),
      )}
      <details className="s">
        <summary className="text-link">
          {t('letters.own')}
          <span className="sr-only">: {address}</span>
        </summary>
        <p className="measure mt-2">{t('letters.own.means')}</p>
        {acts.map(({ act, label }) => (
          <form key={act} method="post" className="mt-2">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="letters" value={act} />
            <Button dense name="intent" value="letters">
              {label}
              <span className="sr-only">: {address}</span>
            </Button>
          </form>
        ))}
      </details>
    </>
  );
}
