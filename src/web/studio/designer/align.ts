/** Skills that a design, or one of its outcomes, is aligned with: put there and taken away. Pure. */
import type { Alignment, DesignContent } from '../../../formats/facts.ts';
import type { SectionId } from './sections.ts';

/** What a skill is looked for: an outcome, by its id, or the design as a whole. */
export const WHOLE = 'design';

export type AlignAct = {
  readonly act: 'find' | 'align' | 'unalign';
  readonly target: string;
  /** Which of the skills there. */
  readonly at: number;
};

/** `unalign:LO1:0`, the value of the button that was pressed. */
export function parseAlignAct(text: string): AlignAct | undefined {
  const [name, target = '', at = '0'] = text.split(':');
  const act = (['find', 'align', 'unalign'] as const).find((one) => one === name);
  if (!act || !/^[A-Za-z][A-Za-z0-9-]{0,19}$/.test(target) || !/^\d{1,2}$/.test(at)) return undefined;
  return { act, target, at: Number(at) };
}

/** Where the skills of a target are shown. */
export function sectionOfTarget(target: string): SectionId {
  return target === WHOLE ? 'more' : 'outcomes';
}

/** Undefined for an outcome that is not there. */
export function alignmentsOf(content: DesignContent, target: string): readonly Alignment[] | undefined {
  if (target === WHOLE) return content.skills ?? [];
  const outcome = content.outcomes.find(({ id }) => id === target);
  return outcome && (outcome.alignments ?? []);
}

/** What is there already, by its address, stays as it is. */
export function addAlignment(content: DesignContent, target: string, added: Alignment): DesignContent {
  const known = alignmentsOf(content, target) ?? [];
  if (known.some(({ targetUrl }) => targetUrl === added.targetUrl)) return content;
  return withAlignments(content, target, [...known, added]);
}

export function removeAlignment(content: DesignContent, target: string, at: number): DesignContent {
  const known = alignmentsOf(content, target) ?? [];
  return withAlignments(
    content,
    target,
    known.filter((_, index) => index !== at),
  );
}

function withAlignments(
  content: DesignContent,
  target: string,
  alignments: readonly Alignment[],
): DesignContent {
  if (target === WHOLE) return { ...content, skills: alignments };
  const outcomes = content.outcomes.map((outcome) =>
    outcome.id === target ? { ...outcome, alignments } : outcome,
  );
  return { ...content, outcomes };
}

/** What the button beside a skill that was found sends along. */
export function readAlignment(form: FormData): Alignment {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const [targetFramework, targetCode] = [text('targetFramework'), text('targetCode')];
  return {
    targetName: text('targetName'),
    targetUrl: text('targetUrl'),
    ...(targetFramework && { targetFramework }),
    ...(targetCode && { targetCode }),
  };
}
