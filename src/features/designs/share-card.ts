/** What other sites show when someone shares an address: 1200 × 630 (DESIGN 8, "Share card"). */
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { drawWaarmerk } from '../../formats/waarmerk/index.ts';
import { type Paragraph, setLine, setParagraph } from '../../platform/lettering/index.ts';

export type ShareCard = {
  /** "Microcredential" */
  readonly kind: string;
  /** At the right of the kind: "Demonstration", "Withdrawn". */
  readonly remark?: string;
  readonly title: string;
  /** Only when the holder shows it. */
  readonly holder?: string;
  readonly issuer: string;
  /** "EQF 7 · 5 EC" */
  readonly facts: string;
  /** "Verify at waarmerk.example" */
  readonly invitation: string;
  readonly mark: {
    readonly hash: Uint8Array;
    readonly inks: readonly string[];
    /** A picture that the institution brought stands in the place of the mark. */
    readonly png?: Uint8Array;
    /** Without colour: what it stands for has ended. */
    readonly blind: boolean;
  };
};

const [WIDTH, HEIGHT] = [1200, 630];
const [LEFT, RIGHT] = [530, 1136];
const MARK = { x: 20, y: 315, size: 900 };
const paper = '#fbfbf9';
const ink = '#131a2e';
const ink2 = '#434a5c';
const ink3 = '#5c6373';
const kobalt = '#1540bd';
/** Counted up when the drawing changes, so that kept copies are asked for anew. */
const DRAWING = 1;
const LONG_TITLE = 90;

/** What decides the picture decides its name; it is known without drawing. */
export function nameShareCard(card: ShareCard): string {
  const { png, hash, ...mark } = card.mark;
  const parts = { ...card, mark: { ...mark, hash: Buffer.from(hash).toString('hex') }, drawing: DRAWING };
  return `"${createHash('sha256')
    .update(JSON.stringify(parts))
    .update(png ?? '')
    .digest('base64url')}"`;
}

export async function drawShareCard(card: ShareCard): Promise<Buffer> {
  const kind = await setLine(card.kind, { font: 'sans-strong', size: 24, colour: ink });
  const remark = card.remark ? await setTail(card.remark, ink3) : undefined;
  const facts = await setLine(card.facts, { font: 'sans-strong', size: 22, colour: ink });
  const invitation = await setTail(card.invitation, ink);
  const { title, holder, issuer } = await setWords(card);
  const titleTop = 120;
  const holderTop = titleTop + title.bottom + 22;
  const issuerTop = holderTop + (holder ? holder.bottom + 14 : 4);
  const placed = [
    { input: kind.png, left: LEFT, top: 62 },
    ...(remark ? [{ input: remark.png, left: RIGHT - remark.width, top: 62 }] : []),
    { input: title.png, left: LEFT, top: titleTop },
    ...(holder ? [{ input: holder.png, left: LEFT, top: holderTop }] : []),
    { input: issuer.png, left: LEFT, top: issuerTop },
    { input: facts.png, left: LEFT, top: 554 },
    { input: invitation.png, left: RIGHT - invitation.width, top: 554 },
  ];
  const ground = await drawGround(card.mark, RIGHT - invitation.width - 41);
  return await sharp(ground)
    .composite(placed)
    .png({ compressionLevel: 9, palette: true, quality: 92 })
    .toBuffer();
}

/** A line that ends at the right edge: its strut must not push the words away from there. */
async function setTail(text: string, colour: string) {
  const line = await setLine(text, { font: 'sans', size: 22, colour });
  const { info } = await sharp(line.png)
    .trim({ background: { r: 0, g: 0, b: 0, alpha: 0 }, threshold: 8, lineArt: true })
    .toBuffer({ resolveWithObject: true });
  const width = info.width;
  const png = await sharp(line.png)
    .extract({ left: -(info.trimOffsetLeft ?? 0), top: 0, width, height: line.height })
    .png()
    .toBuffer();
  return { png, width };
}

/** Title, holder and issuer, each with the height that its lines take, ink or not. */
async function setWords(card: ShareCard) {
  const isLong = [...card.title].length > LONG_TITLE;
  const width = RIGHT - LEFT;
  const set = async (text: string, look: Omit<Paragraph, 'width'>) => {
    const { png, lines } = await setParagraph(text, { ...look, width });
    return { png, bottom: lines * look.pitch };
  };
  return {
    title: await set(card.title, {
      font: 'serif',
      colour: ink,
      tracking: -0.022,
      lines: 4,
      ...(isLong ? { size: 46, pitch: 51 } : { size: 58, pitch: 62 }),
    }),
    holder: card.holder
      ? await set(card.holder, { font: 'serif-italic', size: 36, colour: ink, lines: 1, pitch: 42 })
      : undefined,
    issuer: await set(card.issuer, { font: 'sans', size: 23, colour: ink2, lines: 2, pitch: 31 }),
  };
}

async function drawGround(mark: ShareCard['mark'], logoLeft: number): Promise<Buffer> {
  const { x, y, size } = MARK;
  const corner = { left: x - size / 2, top: y - size / 2 };
  const picture = mark.png
    ? `<image href="data:image/png;base64,${Buffer.from(mark.png).toString('base64')}" x="${corner.left}" y="${corner.top}" width="${size}" height="${size}"${mark.blind ? ' opacity=".25"' : ''}/>`
    : `<g transform="translate(${corner.left} ${corner.top})">${drawMark(mark)}</g>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="${paper}"/>${picture}
    <path d="M${LEFT} 532.5H${RIGHT}" stroke="${ink}"/>
    <g transform="translate(${logoLeft} 551) scale(.94)"><circle cx="16" cy="16" r="16" fill="${kobalt}"/>
    <path d="M7.5 11l4 10.5 4.5-9.5 4.5 9.5 4-10.5" fill="none" stroke="#ffffff" stroke-width="2.6" stroke-linejoin="round" stroke-linecap="round"/></g>
  </svg>`;
  return await sharp(Buffer.from(svg)).png().toBuffer();
}

function drawMark({ hash, inks, blind }: ShareCard['mark']): string {
  return drawWaarmerk({
    hash,
    palette: [...inks],
    size: 'fijn',
    variant: blind ? 'blind' : 'round',
    idPrefix: 'w',
    pixels: MARK.size,
    ...(blind ? { blindInk: '#b4b9c4', blindGround: paper } : {}),
  });
}
