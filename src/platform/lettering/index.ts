/**
 * Words as pictures: Pango shapes and breaks lines, our own font files give the letters, and what they lack comes
 * from whatever the machine has. Text is data here; markup in it is shown, never obeyed.
 */
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

export type FontName = 'sans' | 'sans-strong' | 'serif' | 'serif-italic';

/** `line`: the height of a line that the family asks for itself, in em. */
type FontFile = { readonly family: string; readonly file: string; readonly line: number };

const fonts: Readonly<Record<FontName, FontFile>> = {
  sans: { family: 'Archivo', file: locate('archivo/400Regular/Archivo_400Regular.ttf'), line: 1.09 },
  'sans-strong': {
    family: 'Archivo SemiBold',
    file: locate('archivo/600SemiBold/Archivo_600SemiBold.ttf'),
    line: 1.09,
  },
  // Light, because the files are drawn for small text and grow heavy at the size of a title.
  serif: {
    family: 'Source Serif 4 Light',
    file: locate('source-serif-4/300Light/SourceSerif4_300Light.ttf'),
    line: 1.4,
  },
  'serif-italic': {
    family: 'Source Serif 4 Italic',
    file: locate('source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf'),
    line: 1.4,
  },
};

function locate(path: string): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/${path}`));
}

export type Lettering = {
  readonly font: FontName;
  /** In pixels. */
  readonly size: number;
  /** `#rrggbb` */
  readonly colour: string;
  /** In em; negative for large letters. */
  readonly tracking?: number;
};

export type LetteredPicture = { readonly png: Buffer; readonly width: number; readonly height: number };

/** Reaches from the top of an accented capital to the foot of a descender. */
const STRUT = '<span alpha="1">Ŵ|g</span>';

/**
 * One line that never breaks. Every line of one size has the same height, so that lines beside each other stand on
 * one baseline: an invisible strut at the end holds it open.
 */
export function setLine(text: string, lettering: Lettering): Promise<LetteredPicture> {
  return render(`${mark(text, lettering)}<span>${STRUT}</span>`, lettering);
}

/** Pango refuses to draw nothing. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

export type Paragraph = Lettering & {
  readonly width: number;
  readonly lines: number;
  /** From baseline to baseline, in pixels. */
  readonly pitch: number;
};

/** Breaks between words, and inside one that fits on no line; what is beyond the last line becomes an ellipsis. */
export async function setParagraph(text: string, paragraph: Paragraph): Promise<LetteredParagraph> {
  const picture = await fitParagraph(text, paragraph);
  return { ...picture, lines: countLines(picture, paragraph) };
}

/** A picture ends where its ink ends; where the next thing stands follows from the number of lines. */
export type LetteredParagraph = LetteredPicture & { readonly lines: number };

function countLines({ height }: LetteredPicture, { pitch, size }: Paragraph): number {
  return Math.max(1, Math.round((height - 0.8 * size) / pitch) + 1);
}

async function fitParagraph(text: string, paragraph: Paragraph): Promise<LetteredPicture> {
  if (!VISIBLE.test(text)) return setLine('', paragraph);
  const words = text.split(/\s+/).filter(Boolean);
  const attempt = (count: number) =>
    render(
      mark(count < words.length ? `${words.slice(0, count).join(' ')}…` : words.join(' '), paragraph),
      paragraph,
      paragraph.width,
    );
  const whole = await attempt(words.length);
  if (fits(whole, paragraph)) return whole;
  let [best, low, high] = [await attempt(1), 1, words.length - 1];
  while (low <= high) {
    const count = Math.floor((low + high) / 2);
    const picture = await attempt(count);
    if (fits(picture, paragraph)) [best, low] = [picture, count + 1];
    else high = count - 1;
  }
  return cut(best, paragraph);
}

/** The last line needs room for its own letters, from accent to descender. */
function heightOf({ lines, pitch, size }: Paragraph): number {
  return Math.ceil((lines - 1) * pitch + 1.35 * size);
}

function fits({ height }: LetteredPicture, paragraph: Paragraph): boolean {
  return height <= heightOf(paragraph);
}

/** A single word longer than the whole paragraph: rather cut than drawn over what stands below. */
async function cut(picture: LetteredPicture, paragraph: Paragraph): Promise<LetteredPicture> {
  if (fits(picture, paragraph)) return picture;
  const height = heightOf(paragraph);
  const png = await sharp(picture.png)
    .extract({ left: 0, top: 0, width: picture.width, height })
    .png()
    .toBuffer();
  return { png, width: picture.width, height };
}

/** Pango counts tracking in 1024ths of a point, and a point is a pixel at 72 dpi. */
function mark(text: string, { colour, tracking = 0, size }: Lettering): string {
  const spacing = Math.round(tracking * size * 1024);
  return `<span foreground="${colour}" letter_spacing="${spacing}">${escapeMarkup(text)}</span>`;
}

function escapeMarkup(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

async function render(
  markup: string,
  { font, size, ...rest }: Lettering & { readonly pitch?: number },
  width?: number,
): Promise<LetteredPicture> {
  const { family, file, line } = fonts[font];
  const text =
    rest.pitch === undefined ? markup : `<span line_height="${rest.pitch / size / line}">${markup}</span>`;
  const { data, info } = await sharp({
    text: {
      text,
      font: `${family} ${size}`,
      fontfile: file,
      rgba: true,
      dpi: 72,
      ...(width === undefined ? {} : { width, wrap: 'word-char' as const }),
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { png: data, width: info.width, height: info.height };
}
