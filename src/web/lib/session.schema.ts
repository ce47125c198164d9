/** What `GET /api/v1/session` tells the pages; the room that answers says how. */
export { sessionSchema } from '../../features/accounts/accounts.schema.ts';
