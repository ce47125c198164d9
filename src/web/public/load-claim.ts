import type { RouterContextProvider } from 'react-router';
import { signInMethodsSchema } from '../../features/accounts/accounts.schema.ts';
import { offerSchema } from '../../features/awards/awards.schema.ts';
import { termsListSchema } from '../../features/terms/terms.schema.ts';
import { readApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';

/** What the letter's link offers, and the ways in for whoever reads it. */
export async function loadClaim(
  context: Readonly<RouterContextProvider>,
  { token, codeSent }: { readonly token: string; readonly codeSent: boolean },
) {
  const { session } = context.get(appContext);
  const offer = await readApi(context, `/api/v1/offers/${token}`, offerSchema);
  const { providers } = await readApi(context, '/api/v1/sign-in-methods', signInMethodsSchema);
  const { award, ...shown } = offer;
  const asks = award !== null && offer.claimable === 'yes';
  const { terms } = asks
    ? await readApi(context, `/api/v1/awards/${award}/terms`, termsListSchema)
    : { terms: [] };
  return {
    offer: shown,
    isOwn: award !== null,
    terms,
    token,
    person: session.person?.name,
    learner: providers.find(({ id }) => id === 'learner')?.start,
    others: providers.filter(({ id, kind }) => kind === 'learner' && id !== 'learner'),
    institution: providers.find(({ id }) => id === offer.institutionSlug)?.start,
    codeSent,
  };
}

export type ClaimData = Awaited<ReturnType<typeof loadClaim>>;
