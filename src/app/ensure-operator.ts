import { createInstitution, findOperator } from '../features/institutions/index.ts';
import { demoClient, OPERATOR_TENANT } from './demo/provider.ts';
import type { Deps } from './deps.ts';

/** Whoever runs this installation has an issuer of its own: did:web of the host itself (DECISIONS 3). */
export async function ensureOperator(deps: Deps): Promise<void> {
  const operator = await deps.database.asPublic(findOperator);
  if (operator) return;
  const host = new URL(deps.publicUrl).hostname;
  await createInstitution(deps, {
    slug: 'operator',
    kind: 'operator',
    name: { en: `Operator of ${host}`, nl: `Beheerder van ${host}` },
    defaultLanguage: 'en',
    address: { country: 'NL' },
    inks: ['#131a2e', '#1540bd'],
    // In the demo its people sign in by name; elsewhere whoever is invited with `waarmerk operator invite`.
    ...(deps.demo ? { staffProvider: demoClient(deps, OPERATOR_TENANT) } : {}),
    demo: deps.demo,
  });
}
