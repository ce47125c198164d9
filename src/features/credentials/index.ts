export { registerCredentialRoutes } from './credentials.routes.ts';
export { assignDocuments, listPublications } from './credentials.store.ts';
export type { Publication } from './document.ts';
export { getPublicCredential } from './get-public-credential.ts';
export { type IssueDeps, issueHolderEdition, issuePublicEdition } from './issue-credentials.ts';
export { publishAward, withdrawPublication } from './publish-award.ts';
export { readHolderDocument, readPublicDocument } from './read-document.ts';
export { rebind } from './rebind-person.ts';
