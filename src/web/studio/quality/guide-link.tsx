import { useT } from '../../lib/language.tsx';
import type { Quality } from './find-quality.ts';

/** Where the institution's Guide explains a criterion; undefined where it does not. */
export function guideOf(
  { guide, pack }: Pick<Quality, 'guide' | 'pack'>,
  criterion: string,
): string | undefined {
  const section = pack.criteria.find(({ id }) => id === criterion)?.guide;
  return guide && section && guide.sections.includes(section) ? `${guide.address}#${section}` : undefined;
}

export function GuideLink({
  quality,
  criterion,
}: {
  readonly quality: Pick<Quality, 'guide' | 'pack'>;
  readonly criterion: string;
}) {
  const t = useT();
  const href = guideOf(quality, criterion);
  if (!href) return null;
  return (
    <a href={href} className="text-link s">
      {t('guide.link')}
      <span className="sr-only">: {criterion}</span>
    </a>
  );
}
