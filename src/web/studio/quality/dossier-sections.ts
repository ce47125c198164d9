/** The parts of a dossier in the order in which a teacher thinks of them; each is a form with an address of its own. */
import type { Dossier, StatementName } from '../../../features/quality/dossier.schema.ts';

type Part = {
  /** What of the dossier the form of this section says. */
  readonly members: readonly Exclude<keyof Dossier, 'statements'>[];
  /** Each statement stands in exactly one section. */
  readonly statements: readonly StatementName[];
};

export const dossierSections = {
  outcomes: { members: ['outcomes'], statements: [] },
  assessments: { members: ['assessments'], statements: [] },
  workload: { members: ['workload'], statements: [] },
  level: { members: ['levelArgument'], statements: [] },
  audience: { members: ['audiences'], statements: ['target-group', 'prior-knowledge', 'admission'] },
  grounds: { members: [], statements: ['need', 'portfolio', 'difference'] },
  trust: { members: [], statements: ['validity', 'reliability', 'transparency', 'independence'] },
  team: { members: ['team', 'delivery'], statements: [] },
  learners: {
    members: [],
    statements: ['prior-learning', 'accessibility', 'feedback', 'complaints', 'privacy'],
  },
  stacking: { members: ['stacksInto'], statements: ['stacking'] },
  files: { members: [], statements: [] },
} as const satisfies Record<string, Part>;

export type DossierSectionId = keyof typeof dossierSections;
export const dossierSectionIds = Object.keys(dossierSections) as readonly DossierSectionId[]; // Object.keys forgets the literal names

export function isDossierSection(text: string | null): text is DossierSectionId {
  return text !== null && Object.hasOwn(dossierSections, text);
}

/** Where a part of the dossier is written: `/dossier/team/1` is in the section about the team. */
export function sectionOfPointer(pointer: string): DossierSectionId {
  const [, , member = '', name = ''] = pointer.split('/');
  const found = dossierSectionIds.find((id) => {
    const part: Part = dossierSections[id];
    if (member === 'statements') return (part.statements as readonly string[]).includes(name);
    return (part.members as readonly string[]).includes(member);
  });
  return found ?? 'outcomes';
}

export type SectionState = 'passed' | 'failed' | 'not-checked';

/** Passed: something was written and nothing that must be met is open. Dashed: nothing there, and nothing asked. */
export function stateOfSection(id: DossierSectionId, dossier: Dossier, open: number): SectionState {
  if (open > 0) return 'failed';
  const part: Part = dossierSections[id];
  const isWritten =
    part.members.some((member) => isFilled(dossier[member])) ||
    part.statements.some((name) => isFilled(dossier.statements[name]?.text));
  return isWritten ? 'passed' : 'not-checked';
}

function isFilled(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'object' ? Object.values(value).some(isFilled) : true;
}
