import type { BackpackDetail } from '../../features/backpack/backpack.schema.ts';
import { formatInstant } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { Checkbox, ChoiceGroup } from '../ui/choices.tsx';
import { WithIcon } from '../ui/tags.tsx';

type SharingProps = {
  /** The result in words. */
  readonly result: string | undefined;
  readonly item: Omit<BackpackDetail, 'content'>;
  readonly qr: string | undefined;
};

/** Who can see it now, and what they see: each thing is asked by itself, and nothing is ticked beforehand but the name. */
export function Sharing({ item, result, qr }: SharingProps) {
  const t = useT();
  const locale = useLocale();
  const { publication } = item;
  return (
    <>
      <p>
        <WithIcon icon={publication ? 'eye' : 'lock'}>
          <b>{t(publication ? 'visibility.link' : 'visibility.private')}</b>
          {publication &&
            ` – ${t('backpack.public-since', { date: formatInstant(locale, publication.publishedAt) })}`}
        </WithIcon>
      </p>
      {publication && qr && <PublicAddress url={item.url} qr={qr} />}
      <form method="post" className="form mt-5">
        <ChoiceGroup
          label={t(publication ? 'backpack.choose.again' : 'backpack.choose')}
          hint={t('backpack.choose.hint')}
          id="choose"
        >
          <Checkbox
            name="showName"
            defaultChecked={publication?.showName ?? true}
            label={t('backpack.show-name')}
            hint={item.recipientName ?? t('backpack.show-name.none')}
          />
          <Checkbox
            name="showResult"
            defaultChecked={publication?.showResult ?? false}
            disabled={item.result === null}
            label={t('backpack.show-result')}
            hint={result ?? t('backpack.show-result.none')}
          />
          <Checkbox
            name="showEvidence"
            defaultChecked={publication?.showEvidence ?? false}
            disabled={item.evidence.length === 0 && item.narrative === null}
            label={t('backpack.show-evidence')}
            hint={
              item.evidence.length === 0 && item.narrative === null
                ? t('backpack.show-evidence.none')
                : t('backpack.show-evidence.some')
            }
          />
          <Checkbox
            name="olderPlatforms"
            defaultChecked={publication?.olderPlatforms ?? false}
            disabled={!item.olderPlatformsPossible}
            label={t('backpack.older')}
            hint={t(item.olderPlatformsPossible ? 'backpack.older.means' : 'backpack.older.impossible')}
          />
        </ChoiceGroup>
        <ButtonRow fill>
          <Button variant="primary" name="intent" value="publish">
            {t(publication ? 'backpack.publish.again' : 'backpack.publish')}
          </Button>
          {publication && (
            <Button name="intent" value="withdraw">
              {t('backpack.withdraw')}
            </Button>
          )}
        </ButtonRow>
      </form>
      {publication && <p className="s measure mt-3 text-ink2">{t('backpack.withdraw.means')}</p>}
    </>
  );
}

function PublicAddress({ url, qr }: { readonly url: string; readonly qr: string }) {
  const t = useT();
  return (
    <div className="public-address">
      <div className="public-address-words">
        <p className="mono">{url}</p>
        <ButtonRow>
          <button type="button" className="button button-secondary button-dense" data-copy={url}>
            {t('backpack.copy-link')}
          </button>
          <ButtonLink dense href={new URL(url).pathname}>
            {t('backpack.open-page')}
          </ButtonLink>
        </ButtonRow>
        <p className="s measure text-ink2">{t('backpack.link.means')}</p>
      </div>
      <figure>
        <div
          className="qr"
          role="img"
          aria-label={t('backpack.qr')}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by us from an address of our own
          dangerouslySetInnerHTML={{ __html: qr }}
        />
      </figure>
    </div>
  );
}
