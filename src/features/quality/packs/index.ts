/** Policy packs: the bundled ones, and how one is found and flattened. */
export { bundledPacks } from './bundled.ts';
export { isInForce } from './find-pack.ts';
export { listNewRules } from './list-versions.ts';
export { PackRefusal } from './pack-refusal.ts';
export { resolvePack } from './resolve-pack.ts';
