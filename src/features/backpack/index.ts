export { registerBackpackRoutes } from './backpack.routes.ts';
export { heldDataSchema, type KeptKind } from './held-data.schema.ts';
export { getBackpackItem, listBackpack } from './list-backpack.ts';
