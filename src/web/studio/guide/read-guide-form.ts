/** What the form of the Guide says. Names of fields are paths: `sections.0.title.nl`. Pure. */
import type { GuideSection } from '../../../features/quality/guide.schema.ts';
import { readTree, rowsOf, textsOf, wordOf } from '../designer/form-tree.ts';
import { moveRow, parseRowAct } from '../rows.ts';

const shape = { prefix: '', lists: new Set<string>(), numbers: /^$/ };

/** What was left empty is there as empty: the server refuses it and the form shows it again. */
export function readGuideForm(form: FormData): GuideSection[] {
  const { sections } = readTree(form, shape);
  return rowsOf(sections).map(({ code, title, text }) => ({
    ...{ code: wordOf(code), title: textsOf(title), text: textsOf(text) },
  }));
}

/** With the row that a button adds, moves or takes away, and the number of the one where the reader goes on. */
export function rearrangeGuide(
  sections: readonly GuideSection[],
  act: string,
): { readonly sections: readonly GuideSection[]; readonly focus: number } | undefined {
  const [verb, code = ''] = act.split(':');
  if (verb === 'cite') return { sections: [...sections, emptySection(code)], focus: sections.length };
  const asked = parseRowAct(act, ['sections']);
  if (!asked) return undefined;
  if (asked.move === 'add') return { sections: [...sections, emptySection('')], focus: sections.length };
  const step = { up: -1, down: 1, remove: 0 }[asked.move];
  const moved = moveRow(sections, asked);
  return { sections: moved, focus: Math.max(0, Math.min(asked.at + step, moved.length - 1)) };
}

function emptySection(code: string): GuideSection {
  return { code, title: {}, text: {} };
}
