import { createContext, type ReactNode, useContext } from 'react';

export type Nonce = { readonly script: string; readonly style: string };

const NonceContext = createContext<Nonce | undefined>(undefined);

export function NonceProvider({ nonce, children }: { readonly nonce: Nonce; readonly children: ReactNode }) {
  return <NonceContext value={nonce}>{children}</NonceContext>;
}

/** Present on the server only: browsers hide nonces from scripts, so elements that carry one suppress the warning. */
export function useNonce(): Nonce | undefined {
  return useContext(NonceContext);
}
