export type { Egress, EgressAnswer, EgressRequest, EgressSettings } from './egress.ts';
export { createEgress } from './egress.ts';
export type { EgressReason } from './egress-refusal.ts';
export { EgressRefusal } from './egress-refusal.ts';
export type { Resolve } from './guarded-lookup.ts';
export { isLoopbackHost } from './public-address.ts';
export { createWebFetch } from './web-fetch.ts';
