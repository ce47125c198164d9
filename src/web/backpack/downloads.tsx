import { useT } from '../lib/language.tsx';

const files = ['pdf', 'png', 'svg', 'json', 'jwt'] as const;

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
    </ul>
  );
}
