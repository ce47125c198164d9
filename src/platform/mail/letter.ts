/**
 * The frame of every letter (DESIGN.md, E-mail): 640 px, one column, one button, no web fonts, no tracking, and a
 * plain text part with the same words. A letter is data; every value is escaped here and nowhere else.
 */
import mjml2html from 'mjml';

export type LetterLink = { readonly label: string; readonly url: string };

export type LetterContent = {
  /** BCP 47 tag of the words. */
  readonly language: string;
  /** What a mailbox shows beside the subject. */
  readonly preheader: string;
  readonly sender: {
    readonly name: string;
    readonly unit?: string;
    /** PNG, shown at 48 px; `https:` or `cid:` of an attachment. The name beside it says whose it is. */
    readonly logo?: string;
  };
  /** First ink of the mark, `#0c5a63`; a 4 px line above the letter. */
  readonly ink?: string;
  readonly heading: string;
  /** Before the card. */
  readonly paragraphs: readonly string[];
  readonly card?: {
    readonly title: string;
    readonly lines: readonly string[];
    /** PNG, shown at 120 px; `https:` or `cid:` of an attachment. */
    readonly image?: { readonly source: string; readonly alt: string };
  };
  readonly button?: LetterLink;
  /** After the button: that there is no hurry, the greeting. */
  readonly closing?: readonly string[];
  /** Why this was sent, whom to ask, the address to copy. */
  readonly footer: readonly { readonly title?: string; readonly text: string; readonly link?: LetterLink }[];
};

export type RenderedLetter = { readonly html: string; readonly text: string };

const INK = '#131a2e';
const INK2 = '#434a5c';
const KOBALT = '#1540bd';
const SANS = 'Arial, Helvetica, sans-serif';
const SERIF = "Georgia, 'Times New Roman', serif";

export async function renderLetter(content: LetterContent): Promise<RenderedLetter> {
  const { html, errors } = await mjml2html(composeMarkup(content), {
    fonts: {},
    keepComments: false,
    validationLevel: 'strict',
  });
  if (errors.length > 0) throw new TypeError(`the letter's frame is broken: ${errors[0]?.formattedMessage}`);
  return { html, text: composeText(content) };
}

function composeMarkup(letter: LetterContent): string {
  const { sender, card, button, closing = [] } = letter;
  return `<mjml lang="${escapeMarkup(letter.language)}">
  <mj-head>
    <mj-title>${escapeMarkup(letter.heading)}</mj-title>
    <mj-preview>${escapeMarkup(letter.preheader)}</mj-preview>
    <mj-attributes>
      <mj-all font-family="${SANS}" color="${INK}" />
      <mj-text font-size="16px" line-height="24px" padding="8px 40px" />
      <mj-section padding="0" background-color="#ffffff" />
    </mj-attributes>
  </mj-head>
  <mj-body width="640px" background-color="#f2f3f0">
    <mj-section border-top="4px solid ${requireInk(letter.ink ?? INK)}" padding="24px 0">
      <mj-column>
        ${sender.logo ? `<mj-image src="${requireImage(sender.logo)}" alt="" width="48px" align="left" padding="0 40px 8px" />` : ''}
        <mj-text padding-bottom="16px"><strong>${escapeMarkup(sender.name)}</strong>${
          sender.unit ? `<br /><span style="color:${INK2}">${escapeMarkup(sender.unit)}</span>` : ''
        }</mj-text>
        <mj-text font-size="22px" line-height="28px"><h1 style="margin:0;font-size:22px;line-height:28px;font-weight:bold">${escapeMarkup(letter.heading)}</h1></mj-text>
        ${letter.paragraphs.map(composeParagraph).join('\n')}
        ${card ? composeCard(card) : ''}
        ${button ? composeButton(button) : ''}
        ${closing.map(composeParagraph).join('\n')}
        <mj-divider border-width="1px" border-color="#d9dad5" padding="16px 40px 8px" />
        ${letter.footer.map(composeFooterLine).join('\n')}
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`;
}

function composeParagraph(words: string): string {
  return `<mj-text>${escapeMarkup(words).replaceAll('\n', '<br />')}</mj-text>`;
}

function composeCard({ title, lines, image }: NonNullable<LetterContent['card']>): string {
  const picture = image
    ? `<td width="120" style="padding:16px 24px 16px 0"><img src="${requireImage(image.source)}" width="120" height="120" alt="${escapeMarkup(image.alt)}" style="display:block;border:0" /></td>`
    : '';
  const facts = lines
    .map((line) => `<br /><span style="font-size:14px">${escapeMarkup(line)}</span>`)
    .join('');
  // A table and not two columns: the mark stays beside its title on a narrow screen too.
  return `<mj-divider border-width="1px" border-color="${INK}" padding="12px 40px 0" />
    <mj-table padding="0 40px" role="presentation"><tr>${picture}<td style="padding:16px 0;line-height:22px;color:${INK2}"><span style="font-family:${SERIF};font-size:24px;line-height:30px;color:${INK}">${escapeMarkup(title)}</span>${facts}</td></tr></mj-table>
    <mj-divider border-width="1px" border-color="${INK}" padding="0 40px 12px" />`;
}

function composeButton({ label, url }: LetterLink): string {
  return `<mj-button align="left" padding="8px 40px" href="${requireLink(url)}" background-color="${KOBALT}" color="#ffffff" border-radius="3px" font-size="16px" font-weight="bold" inner-padding="12px 20px">${escapeMarkup(label)}</mj-button>`;
}

function composeFooterLine({ title, text, link }: LetterContent['footer'][number]): string {
  const lead = title ? `<strong>${escapeMarkup(title)}</strong> ` : '';
  const tail = link
    ? ` <a href="${requireLink(link.url)}" style="color:${KOBALT}">${escapeMarkup(link.label)}</a>`
    : '';
  return `<mj-text font-size="14px" line-height="20px" padding="4px 40px" color="${INK2}">${lead}${escapeMarkup(text)}${tail}</mj-text>`;
}

function composeText(letter: LetterContent): string {
  const { sender, card, button, closing = [], footer } = letter;
  const blocks = [
    [sender.name, sender.unit],
    [letter.heading],
    ...letter.paragraphs.map((words) => [words]),
    card ? [card.title, ...card.lines] : [],
    button ? [`${button.label}:`, button.url] : [],
    ...closing.map((words) => [words]),
    ['--'],
    ...footer.map(({ title, text, link }) => [
      [title, text].filter(Boolean).join(' '),
      link ? `${link.label}: ${link.url}` : undefined,
    ]),
  ];
  const paragraphs = blocks.map((lines) =>
    lines
      .filter((line) => line !== undefined)
      .map(dropControls)
      .join('\n'),
  );
  return `${paragraphs.filter((words) => words !== '').join('\n\n')}\n`;
}

export function escapeMarkup(words: string): string {
  return dropControls(words)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** All control characters but the line break. */
function dropControls(words: string): string {
  return words.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, '');
}

function requireLink(url: string): string {
  return requireScheme(url, ['https:', 'http:', 'mailto:']);
}

function requireImage(source: string): string {
  return requireScheme(source, ['https:', 'http:', 'cid:']);
}

function requireScheme(url: string, schemes: readonly string[]): string {
  if (!URL.canParse(url) || !schemes.includes(new URL(url).protocol)) {
    throw new TypeError(`a letter may not point to ${url.slice(0, 40)}`);
  }
  return escapeMarkup(url);
}

function requireInk(ink: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(ink)) throw new TypeError('an ink is written #rrggbb');
  return ink;
}
