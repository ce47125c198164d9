export { addTag } from './change-tags.ts';
export { composeShareCard } from './compose-share-card.ts';
export { createDesign, type DesignDeps } from './create-design.ts';
export { readImageSvg, registerDefinitionRoutes } from './definitions.routes.ts';
export {
  contentLanguages,
  contentOf,
  type Design,
  type DesignVersion,
  findMissingElements,
  inLanguage,
  placeOf,
} from './design.ts';
export { registerDesignRoutes } from './designs.routes.ts';
export { designContentSchema, parseContent } from './designs.schema.ts';
export {
  countDesigns,
  countOffered,
  describeDesigns,
  findDesign,
  findFrozenDocument,
  findPlaceOfDesign,
  findVersion,
  findVersionById,
  findVersionByUrl,
  listDesigns,
  listNewestVersions,
  listReachedDesignIds,
  listVersions,
  listVersionsByIds,
  listVersionUrls,
  lockDesign,
  type NamedVersion,
} from './designs.store.ts';
export { digestAsFrozen, type FreezeDeps, readContent } from './freeze-version.ts';
export { composeAlternative, composeVersionFacts } from './get-version-facts.ts';
export type { Judgement } from './judgement.ts';
export { listAlignedDrafts } from './list-aligned-drafts.ts';
export { findProposal } from './proposals.store.ts';
export { proposeVersion } from './propose-version.ts';
export { type PublishDeps, publishDesign } from './publish-design.ts';
export { retireDesign } from './retire-design.ts';
export { saveDraft, setDraftImage } from './save-draft.ts';
export { sendShareCard } from './send-share-card.ts';
export type { ShareCard } from './share-card.ts';
export { tagDesign } from './tag-design.ts';
export { listTaggedDesignIds } from './tags.store.ts';
export { registerVocabularyRoutes } from './vocabulary.routes.ts';
