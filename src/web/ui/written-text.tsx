import type { ReactNode } from 'react';

/**
 * A text of several paragraphs as people write it: a blank line between them, `## ` before a heading, `- ` before the
 * items of a list. Nothing else is markup, so whatever else was typed is shown as it was typed.
 */
export function WrittenText({
  text,
  lang,
  under,
}: {
  readonly text: string;
  readonly lang?: string;
  /** The heading that it stands under; without one its own headings are the highest of the page's parts. */
  readonly under?: 'h2' | 'h3';
}) {
  const heading = under === 'h3' ? 'h4' : under === 'h2' ? 'h3' : 'h2';
  return (
    <div className="paragraphs measure" lang={lang}>
      {readBlocks(text).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text that was published never changes its order
        <Block key={index} block={block} heading={heading} />
      ))}
    </div>
  );
}

export type TextBlock = {
  readonly kind: 'heading' | 'list' | 'paragraph';
  readonly lines: readonly string[];
};

export function readBlocks(text: string): TextBlock[] {
  const blocks: { kind: TextBlock['kind']; lines: string[] }[] = [];
  let open = false;
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    const [, mark = '', words = ''] = /^(##|-)?\s*(.*)$/.exec(line) ?? [];
    const kind = mark === '##' ? 'heading' : mark === '-' ? 'list' : 'paragraph';
    const last = blocks.at(-1);
    if (line === '') open = false;
    else if (open && last && last.kind === kind && kind !== 'heading') last.lines.push(words);
    else blocks.push({ kind, lines: [words] });
    open = line !== '' && kind !== 'heading';
  }
  return blocks;
}

function Block({
  block: { kind, lines },
  heading: Heading,
}: {
  readonly block: TextBlock;
  readonly heading: 'h2' | 'h3' | 'h4';
}): ReactNode {
  if (kind === 'heading') return <Heading className="h3">{lines[0]}</Heading>;
  if (kind === 'paragraph') return <p>{lines.join(' ')}</p>;
  return (
    <ul className="list-disc pl-5">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
