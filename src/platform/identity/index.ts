export type { DemoPerson } from './demo-person.ts';
export type { EmbeddedProvider, EmbeddedProviderSettings, ProviderTenant } from './embedded-provider.ts';
export { startEmbeddedProvider } from './embedded-provider.ts';
export type {
  FinishSignIn,
  IdentityProvider,
  RelyingParty,
  RelyingPartyDeps,
  SignedIn,
  SignInReason,
  StartedSignIn,
  StartSignIn,
} from './relying-party.ts';
export { createRelyingParty, SignInRefusal } from './relying-party.ts';
