import type { PacksView } from '../../../features/quality/packs.schema.ts';
import { formatDay } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { addressOfPack } from '../../lib/pack-words.ts';
import { Content } from '../../ui/content-text.tsx';
import { type Column, Table } from '../../ui/table.tsx';

type Pack = PacksView['packs'][number];

/** Every version that can be read, built on or taken out. */
export function PacksTable({ view, mayAssure }: { readonly view: PacksView; readonly mayAssure: boolean }) {
  const t = useT();
  const locale = useLocale();
  const columns: readonly [Column<Pack>, ...Column<Pack>[]] = [
    {
      key: 'name',
      head: t('rules.name'),
      cell: ({ ref, name, designKinds }) => (
        <>
          <a href={addressOfPack(view.institution.slug, ref)}>
            <Content text={name} quiet />
          </a>
          <span className="s block font-normal text-ink2">
            <span className="mono">{ref}</span> · {designKinds.map((kind) => t(`kind.${kind}`)).join(', ')}
          </span>
        </>
      ),
    },
    {
      key: 'force',
      head: t('rules.force'),
      cell: ({ validFrom, validUntil, force }) => (
        <>
          {t(`rules.force.${force}`)}
          <span className="s block text-ink2">
            {validUntil
              ? t('rules.force.between', {
                  from: formatDay(locale, validFrom),
                  until: formatDay(locale, validUntil),
                })
              : t('rules.force.from', { from: formatDay(locale, validFrom) })}
          </span>
        </>
      ),
    },
    {
      key: 'origin',
      head: t('rules.origin'),
      cell: ({ own }) => t(own ? 'rules.origin.own' : 'rules.origin.bundled'),
    },
    { key: 'acts', head: t('rules.acts'), cell: (pack) => <Acts pack={pack} mayAssure={mayAssure} /> },
  ];
  return <Table caption={t('rules.all')} rows={view.packs} rowKey={({ ref }) => ref} columns={columns} />;
}

function Acts({ pack: { ref, own }, mayAssure }: { readonly pack: Pack; readonly mayAssure: boolean }) {
  const t = useT();
  const name = encodeURIComponent(ref);
  const links = [
    ...(mayAssure
      ? [{ href: `/studio/quality/packs/compose?extends=${name}`, words: t('rules.build') }]
      : []),
    ...(mayAssure && own
      ? [{ href: `/studio/quality/packs/compose?after=${name}`, words: t('rules.next') }]
      : []),
    { href: `/studio/quality/packs/${name}/pack.json`, words: t('rules.take-out') },
  ];
  return (
    <span className="link-row">
      {links.map(({ href, words }) => (
        <a key={href} href={href} className="text-link">
          {words}
          <span className="sr-only">: {ref}</span>
        </a>
      ))}
    </span>
  );
}
