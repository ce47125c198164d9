export { type House, type HouseDeps, openHouse } from './house.ts';
export type { ExpectedRecipient, VerifyDeps, VerifyOptions } from './inquiry.ts';
export type { VerifyInput } from './open-credential.ts';
export { readAt, readExpected } from './read-question.ts';
export { registerVerificationRoutes } from './verification.routes.ts';
export type { Check, PlainReport, VerificationReport } from './verification.schema.ts';
export { verifyCredential } from './verify-credential.ts';
export { isTooHeavy } from './weigh-document.ts';
