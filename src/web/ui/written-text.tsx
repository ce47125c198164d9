import type { ReactNode } from 'react';

/**
 * A text of several paragraphs as people write it: a blank line between them, `## ` before a heading, `- ` before the
 * items of a list. Nothing else is markup, so whatever else was typed is shown as it was typed.
 */
export function WrittenText({ text, lang }: { readonly text: string; readonly lang?: string }) {
  return (
    <div className="paragraphs measure" lang={lang}>
      {readBlocks(text).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text that was published never changes its order
        <Block key={index} block={block} />
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

function Block({ block: { kind, lines } }: { readonly block: TextBlock }): ReactNode {
  if (kind === 'heading') return <h2 className="h3">{lines[0]}</h2>;
  if (kind === 'paragraph') return <p>{lines.join(' ')}</p>;
  return (
    <ul className="list-disc pl-5">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
