/** A document as JSON, by its sample: what all documents of a design have in common is written once. Pure. */
import type { Node, Sample } from './sample.ts';

/** Text that stands, and the slots between; the last brace is left to who goes on. */
export type JsonText = readonly (string | number)[];

/** As `JSON.stringify` has it, member for member. */
export function composeJsonText({ root, values }: Sample, free: ReadonlySet<number>): JsonText {
  const pieces: (string | number)[] = [];
  const put = (text: string) => {
    const last = pieces.at(-1);
    if (typeof last === 'string') pieces[pieces.length - 1] = last + text;
    else pieces.push(text);
  };
  const write = (node: Node): void => {
    switch (node.kind) {
      case 'text':
        if (free.has(node.slot)) pieces.push(node.slot);
        else put(JSON.stringify(values[node.slot]));
        return;
      case 'verbatim':
        put(JSON.stringify(node.value));
        return;
      case 'list':
        put('[');
        for (const [at, item] of node.items.entries()) {
          if (at > 0) put(',');
          write(item);
        }
        put(']');
        return;
      case 'object':
        put('{');
        for (const [at, member] of node.members.entries()) {
          put(`${at > 0 ? ',' : ''}${JSON.stringify(node.names[at])}:`);
          write(member);
        }
        put('}');
    }
  };
  write(root);
  // The root is an object, so the last piece ends with its brace.
  return pieces.map((piece, at) =>
    typeof piece === 'string' && at === pieces.length - 1 ? piece.slice(0, -1) : piece,
  );
}

export function fillJsonText(pieces: JsonText, values: readonly string[]): string {
  let text = '';
  for (const piece of pieces) text += typeof piece === 'string' ? piece : JSON.stringify(values[piece]);
  return text;
}
