/** The door of frameworks: what an institution, or the operator for all, brought in to align outcomes with. */
export { bringFramework, renewFramework } from './bring-framework.ts';
export type { AlignedDraft, FrameworkDeps } from './framework-deps.ts';
export { registerFrameworkRoutes } from './frameworks.routes.ts';
export { removeFramework } from './remove-framework.ts';
