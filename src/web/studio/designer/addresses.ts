import type { SectionId } from './sections.ts';

export function addressOf(id: string, section: SectionId): string {
  return `/studio/designs/${id}?section=${section}`;
}
