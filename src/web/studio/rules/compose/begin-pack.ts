/** What the form of a pack begins with. Pure. */
import type { PolicyPack } from '../../../../features/quality/pack.schema.ts';

/** One on top of another: its gates, review and appeal are taken over, for a pack must have its own. */
export function buildOn(base: PolicyPack, reference: string, today: string): PolicyPack {
  const { jurisdiction, institutionKinds, designKinds, limits, gates, review, appeal } = base;
  return {
    ...{ id: '', version: '1', name: {}, summary: {}, jurisdiction, institutionKinds, designKinds },
    ...{ validFrom: today, extends: [reference], severities: {}, sources: [], criteria: [] },
    limits: { sizes: [], hoursPerEcts: limits.hoursPerEcts, audiences: [] },
    ...{ gates, review },
    ...(appeal ? { appeal } : {}),
  };
}

/** The next version: everything as it was, from tomorrow on at the earliest. */
export function continueWith(written: PolicyPack, tomorrow: string): PolicyPack {
  const { validUntil: _, ...rest } = written;
  return { ...rest, version: nextVersion(written.version), validFrom: tomorrow };
}

/** `1` becomes `2`, `2026` becomes `2026.1`, `2025-05.1` becomes `2025-05.2`. */
export function nextVersion(version: string): string {
  const [, base = version, minor] = /^(\d{4}(?:-\d{2})?)(?:\.(\d+))?$/.exec(version) ?? [];
  if (/^\d{1,3}$/.test(version)) return String(Number(version) + 1);
  return `${base}.${Number(minor ?? 0) + 1}`;
}
