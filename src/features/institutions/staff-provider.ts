/** An institution's own provider as it is kept: its secret sealed under the master key, bound to the institution. Pure. */
import { type MasterKey, openBytes, sealBytes } from '../../platform/crypto/index.ts';
import type { StaffProvider } from './institution.ts';

type Sealed = Omit<StaffProvider, 'clientSecret'> & { readonly sealedSecret: string };

/** A row that was written before secrets were sealed holds it as it is, until the provider is saved again. */
export type KeptProvider = Sealed | StaffProvider;

export function sealProvider(
  masterKey: MasterKey,
  institutionId: string,
  { clientSecret, ...provider }: StaffProvider,
): Sealed {
  const sealed = sealBytes(masterKey, {
    bytes: new TextEncoder().encode(clientSecret),
    boundTo: nameOf(institutionId),
  });
  return { ...provider, sealedSecret: Buffer.from(sealed).toString('base64url') };
}

/** @throws EnvelopeRefusal when it was sealed for another institution or under another master key */
export function openProvider(masterKey: MasterKey, institutionId: string, kept: KeptProvider): StaffProvider {
  if (!('sealedSecret' in kept)) return kept;
  const { sealedSecret, ...provider } = kept;
  const opened = openBytes(masterKey, {
    sealed: Buffer.from(sealedSecret, 'base64url'),
    boundTo: nameOf(institutionId),
  });
  return { ...provider, clientSecret: new TextDecoder().decode(opened) };
}

function nameOf(institutionId: string): string {
  return `staff-provider/${institutionId}`;
}
