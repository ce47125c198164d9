export { registerBackpackRoutes } from './backpack.routes.ts';
export { getBackpackItem, listBackpack } from './list-backpack.ts';
