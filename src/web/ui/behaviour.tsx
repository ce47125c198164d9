import { useNonce } from '../lib/nonce.tsx';

/** Loads `src/web/behaviours/{name}.ts` as a native module; the page must read and work without it. */
export function Behaviour({ name }: { readonly name: string }) {
  return (
    <script
      type="module"
      src={`/behaviours/${name}.js`}
      nonce={useNonce()?.script}
      suppressHydrationWarning
    />
  );
}
