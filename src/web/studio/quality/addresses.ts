import type { Locale } from '../../lib/i18n.ts';
import type { DossierSectionId } from './dossier-sections.ts';

export function qualityAddressOf(design: string): string {
  return `/studio/designs/${design}/quality`;
}

export function reviewAddressOf(design: string): string {
  return `/studio/designs/${design}/review`;
}

export function feedbackAddressOf(design: string): string {
  return `/studio/designs/${design}/feedback`;
}

export function dossierAddressOf(design: string, section: DossierSectionId = 'outcomes'): string {
  return `/studio/designs/${design}/dossier?section=${section}`;
}

/** Exactly what was handed in last, on paper. */
export function handedInAddressOf(design: string, locale: Locale): string {
  return `/api/v1/designs/${encodeURIComponent(design)}/quality/handed-in.pdf?lang=${locale}`;
}
