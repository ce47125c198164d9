import type { DossierSectionId } from './dossier-sections.ts';

export function qualityAddressOf(design: string): string {
  return `/studio/designs/${design}/quality`;
}

export function dossierAddressOf(design: string, section: DossierSectionId = 'outcomes'): string {
  return `/studio/designs/${design}/dossier?section=${section}`;
}
