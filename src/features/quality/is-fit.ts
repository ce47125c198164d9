import type { DesignKind, PolicyPack } from './pack.schema.ts';

/** Where others must act there is someone to act: only edubadges go without a gate. */
export function isFit(pack: PolicyPack, kind: DesignKind, institutionKind: string): boolean {
  const forKind = pack.designKinds.includes(kind) && (kind === 'edubadge' || pack.gates.length > 0);
  return forKind && (pack.institutionKinds.length === 0 || pack.institutionKinds.includes(institutionKind));
}
