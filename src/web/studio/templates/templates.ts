/** What one may begin with instead of an empty form. */
import { caseReport } from './case-report.ts';
import { lecturerTraining } from './lecturer-training.ts';
import type { Template } from './template.ts';
import { workplaceSkill } from './workplace-skill.ts';

export const templates = {
  'case-report': caseReport,
  'workplace-skill': workplaceSkill,
  'lecturer-training': lecturerTraining,
} as const satisfies Record<string, Template>;

export function findTemplate(id: string): Template | undefined {
  return Object.entries(templates).find(([name]) => name === id)?.[1];
}
