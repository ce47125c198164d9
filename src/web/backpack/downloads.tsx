import { useT } from '../lib/language.tsx';

const files = ['pdf', 'png', 'svg', 'json', 'jwt'] as const;

/** For systems that want the one thing: each is signed when it is first asked for. */
const further = [
  { format: 'ob3-eu', extension: 'json' },
  { format: 'ob3-vc-jwt', extension: 'jwt' },
  { format: 'ob3-jwt-rs256', extension: 'jwt' },
  { format: 'ob3-jwt-eddsa', extension: 'jwt' },
  { format: 'ob3-id-list', extension: 'json' },
  { format: 'ob2-signed', extension: 'jws' },
] as const;

/** Everything that was signed, for the holder alone: what to use each for, in words. */
export function Downloads({ id }: { readonly id: string }) {
  const t = useT();
  return (
    <ul className="rows">
      {files.map((extension) => (
        <li key={extension} className="download">
          <a href={`/backpack/${id}/download.${extension}`} download>
            {t(`backpack.download.${extension}`)}
          </a>
          <span className="s text-ink2">{t(`backpack.download.${extension}.for`)}</span>
        </li>
      ))}
      <li>
        <details>
          <summary>{t('backpack.download.more')}</summary>
          <ul className="rows">
            {further.map(({ format, extension }) => (
              <li key={format} className="download">
                <a href={`/backpack/${id}/download.${extension}?format=${format}`} download>
                  {t(`backpack.download.${format}`)}
                </a>
                <span className="s text-ink2">{t(`backpack.download.${format}.for`)}</span>
              </li>
            ))}
          </ul>
        </details>
      </li>
    </ul>
  );
}
