import type { CatalogueDesign } from '../../features/catalogue/catalogue.schema.ts';
import { chooseText } from '../lib/content-text.ts';
import { useLocale } from '../lib/language.tsx';
import { joinClasses } from '../ui/class-names.ts';

type DesignMarkProps = {
  readonly image: Pick<CatalogueDesign['image'], 'svg' | 'png' | 'alt'> & { readonly drawn: boolean };
  /** In pixels, so that nothing jumps when the picture comes. */
  readonly width: number;
  /** Where the title stands beside it the picture is decoration. */
  readonly speaks?: boolean;
  readonly lazy?: boolean;
  readonly className?: string;
};

/** The mark of a version; or the picture that the institution brought, which is a PNG. */
export function DesignMark({ image, width, speaks, lazy, className }: DesignMarkProps) {
  const locale = useLocale();
  const alternative = chooseText(image.alt, locale);
  return (
    <img
      src={image.drawn ? image.svg : image.png}
      width={width}
      height={width}
      alt={speaks ? alternative.text : ''}
      lang={speaks && alternative.lang !== locale ? alternative.lang : undefined}
      loading={lazy ? 'lazy' : undefined}
      decoding="async"
      className={joinClasses('design-mark', image.drawn && 'design-mark-round', className)}
    />
  );
}
