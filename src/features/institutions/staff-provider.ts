/** An institution's own provider as it is kept: its secret sealed under the master key, bound to the institution. Pure. */
import { type MasterKey, openBytes, sealBytes } from '../../platform/crypto/index.ts';
import type { StaffProvider } from './institution.ts';

export type KeptProvider = Omit<StaffProvider, 'clientSecret'> & { readonly sealedSecret: string };

export function sealProvider(
  masterKey: MasterKey,
  institutionId: string,
  { clientSecret, ...provider }: StaffProvider,
): KeptProvider {
  const sealed = sealBytes(masterKey, {
    bytes: new TextEncoder().encode(clientSecret),
    boundTo: nameOf(institutionId),
  });
  return { ...provider, sealedSecret: Buffer.from(sealed).toString('base64url') };
}

/** @throws EnvelopeRefusal when it was sealed for another institution or under another master key */
export function openProvider(
  masterKey: MasterKey,
  institutionId: string,
  { sealedSecret, ...provider }: KeptProvider,
): StaffProvider {
  const opened = openBytes(masterKey, {
    sealed: Buffer.from(sealedSecret, 'base64url'),
    boundTo: nameOf(institutionId),
  });
  return { ...provider, clientSecret: new TextDecoder().decode(opened) };
}

function nameOf(institutionId: string): string {
  return `staff-provider/${institutionId}`;
}
