/** Fields at which a remark can be made, as JSON Pointers into `{ content, dossier }`. Pure. */
import type { DesignContent } from '../../../formats/facts.ts';

export function listPlaces(content: DesignContent): readonly string[] {
  return [
    '/content/title',
    '/content/description',
    ...content.outcomes.map((_, at) => `/content/outcomes/${at}`),
    ...content.assessments.map((_, at) => `/content/assessments/${at}`),
    '/content/provenBy',
    '/content/workload',
    '/content/level',
    '/content/participation',
    '/content/qualityAssurance',
    '/content/prerequisites',
    '/content/stackability',
    ...content.outcomes.map(({ id }) => `/dossier/outcomes/${id}`),
    ...content.assessments.map(({ id }) => `/dossier/assessments/${id}`),
    '/dossier/workload',
    '/dossier/levelArgument',
    '/dossier/audiences',
    '/dossier/statements/need',
    '/dossier/statements/validity',
    '/dossier/team',
    '/dossier/statements/accessibility',
    '/dossier/stacksInto',
  ];
}
