import { Behaviour } from './behaviour.tsx';

/**
 * Whoever scans the code on a certificate lands on the page of the credential, or on nothing when it is private. What
 * the code itself says stands in the fragment, which only the browser knows: it hands that in to be checked.
 */
export function ScannedCertificate() {
  return (
    <form method="post" action="/verify" encType="multipart/form-data" data-certificate hidden>
      <input type="hidden" name="url" />
      <Behaviour name="certificate" />
    </form>
  );
}
