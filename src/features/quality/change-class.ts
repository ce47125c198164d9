/** How far the next version goes from the one that is offered. */
export const CHANGE_CLASSES = ['editorial', 'minor', 'major'] as const;
export type ChangeClass = (typeof CHANGE_CLASSES)[number];
