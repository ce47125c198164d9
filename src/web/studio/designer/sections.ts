/** The parts of a design in the order in which one thinks of them; each is a form with an address of its own. */
import type { MissingElement } from '../../../features/designs/designs.schema.ts';
import type { DesignContent } from '../../../formats/facts.ts';

type Member = keyof DesignContent;

/** `members`: what of the content the form of this section says, and nothing else of it. */
export const sections = {
  summary: { members: ['title', 'description'] },
  outcomes: { members: ['outcomes'] },
  assessments: { members: ['assessments', 'gradeScheme', 'passRule'] },
  alignment: { members: ['provenBy'] },
  workload: { members: ['workload', 'validityMonths'] },
  level: { members: ['level'] },
  form: { members: ['participation', 'instructionLanguages'] },
  quality: { members: ['qualityAssurance'] },
  audience: { members: ['prerequisites', 'audience'] },
  'leads-to': { members: ['stackability', 'programme'] },
  more: { members: ['furtherInformation', 'furtherInformationUrl', 'iscedF', 'skills', 'tags'] },
  partners: { members: [] },
  image: { members: [] },
  languages: { members: [] },
  preview: { members: [] },
  publish: { members: [] },
} as const satisfies Record<string, { readonly members: readonly Member[] }>;

export type SectionId = keyof typeof sections;
export const sectionIds = Object.keys(sections) as readonly SectionId[]; // Object.keys forgets the literal names

export function isSection(text: string | null): text is SectionId {
  return text !== null && Object.hasOwn(sections, text);
}

export function nextSection(id: SectionId): SectionId | undefined {
  return sectionIds[sectionIds.indexOf(id) + 1];
}

/** Where a missing element is filled in: that an outcome is never assessed is put right in the matrix. */
export function sectionOf({ pointer, problem }: MissingElement): SectionId {
  if (problem === 'not-proven') return 'alignment';
  const member = pointer.split('/')[1] ?? '';
  return sectionIds.find((id) => (sections[id].members as readonly string[]).includes(member)) ?? 'summary';
}

export type SectionState = 'passed' | 'failed' | 'not-checked';

/** Passed: something was written and nothing blocks. Dashed: nothing there, and nothing asked. */
export function stateOf(
  id: SectionId,
  content: DesignContent,
  missing: readonly MissingElement[],
): SectionState {
  if (missing.some((one) => sectionOf(one) === id)) return 'failed';
  return sections[id].members.some((member) => isFilled(content[member])) ? 'passed' : 'not-checked';
}

function isFilled(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'object' ? Object.keys(value).length > 0 : true;
}
