import { Fragment, type ReactNode } from 'react';

type Parts = Readonly<Record<string, (words: string) => ReactNode>>;

/**
 * A sentence with a link in it stays one sentence for the translator:
 * `renderRich('Read <link>the decision</link>.', { link: (words) => <a href="…">{words}</a> })`.
 */
export function renderRich(text: string, parts: Parts): ReactNode {
  const pieces = text.split(/<([a-z]+)>(.*?)<\/\1>/);
  // split() with two groups yields: text, name, words, text, name, words, …, text.
  return pieces.map((piece, index) => {
    if (index % 3 === 1) return null;
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence never change places
    if (index % 3 === 0) return <Fragment key={index}>{piece}</Fragment>;
    const render = parts[pieces[index - 1] ?? ''];
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    return <Fragment key={index}>{render ? render(piece) : piece}</Fragment>;
  });
}
