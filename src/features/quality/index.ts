/** The door of quality: what a design is judged by, and what is found. */

export { type Dossier, dossierSchema, emptyDossier } from './dossier.schema.ts';
export type { Finding, Judged } from './finding.ts';
export { judgeDesign } from './judge-design.ts';
export { listOpenCriteria } from './list-open-criteria.ts';
export { type Criterion, type PolicyPack, packSchema } from './pack.schema.ts';
export { bundledPacks, PackRefusal, resolvePack } from './packs/index.ts';
export { REASONS, type Reason } from './reasons.ts';
