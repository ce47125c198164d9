import type { Tx } from '../../database/index.ts';
import { appendAuditEntry, system } from '../audit/index.ts';

/** Somebody was not let in. Who it was is not known, so the line is the software's; it names no address. */
export async function recordRefusal(
  tx: Tx,
  at: Date,
  refused: {
    readonly action: 'code.refused' | 'sign-in.refused';
    readonly subject: { readonly kind: string; readonly id: string };
    readonly personId?: string | null;
    readonly institutionId?: string | null;
    readonly detail?: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const { institutionId = null, ...told } = refused;
  await appendAuditEntry(tx, at, { actor: system, institutionId, ...told });
}
