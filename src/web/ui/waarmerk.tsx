import { useId } from 'react';
import { drawWaarmerk, sizeForPixels, type WaarmerkVariant } from '../../formats/waarmerk/index.ts';
import { joinClasses } from './class-names.ts';

type WaarmerkProps = {
  /** 64 hexadecimal digits. */
  readonly hash: string;
  readonly palette: readonly string[];
  /** The width at which it is shown; chooses the drawing. Set the width itself by class. */
  readonly pixels: number;
  readonly variant?: WaarmerkVariant;
  /** The design's alternative text; leave it out where the title stands beside the mark. */
  readonly label?: string;
  readonly className?: string;
};

export function Waarmerk({ hash, palette, pixels, variant = 'round', label, className }: WaarmerkProps) {
  const idPrefix = `w${useId().replace(/\W/g, '')}`;
  const svg = drawWaarmerk({
    hash: bytesOf(hash),
    palette,
    size: sizeForPixels(pixels),
    variant,
    idPrefix,
    ...(label === undefined ? {} : { label }),
    ...(variant === 'blind' ? { blindInk: 'var(--color-edge)', blindGround: 'var(--color-paper)' } : {}),
  });
  const classes = joinClasses('waarmerk', variant === 'round' && 'waarmerk-round', className);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing; the label in it is escaped
  return <div className={classes} dangerouslySetInnerHTML={{ __html: svg }} />;
}

/** For empty states and the drop zone; the same everywhere, because nothing has been struck yet. */
export function BlindMark({ className }: { readonly className?: string }) {
  const idPrefix = `w${useId().replace(/\W/g, '')}`;
  const svg = drawWaarmerk({
    hash: bytesOf('441b0053234f1fcfe43e6dffa0521e75fd2a344fd41c6e2d48088a592cd7d421'),
    palette: ['#e3e5e9', '#e3e5e9'],
    size: 'fijn',
    variant: 'blind',
    idPrefix,
    blindInk: 'var(--color-rule)',
    blindGround: 'var(--color-sheet)',
  });
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing, without any text
  return <div className={joinClasses('waarmerk', className)} dangerouslySetInnerHTML={{ __html: svg }} />;
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
