/** Fields of the forms about qualifications as the API takes them. Pure. */
import { readLine, readOptional } from '../organisation/read-fields.ts';

/** Those that are known everywhere; others are an institution's own. */
export const KINDS = ['utq', 'sutq', 'bdb', 'bke', 'ske', 'pdg'] as const;
export type Kind = (typeof KINDS)[number];

export function isKnownKind(kind: string): kind is Kind {
  return KINDS.some((one) => one === kind);
}

/** A member is chosen, or a guest typed; the member's name goes with the choice as `id|name`. */
export function readQualification(form: FormData) {
  const [person = '', ...name] = readLine(form, 'person').split('|');
  const own = readLine(form, 'ownKind');
  const kind = readLine(form, 'kind');
  return {
    person: person || null,
    name: name.join('|') || readLine(form, 'name'),
    kind: kind === 'own' ? codeOf(own) : kind,
    kindName: kind === 'own' ? own || null : null,
  };
}

/** "Leergang toetsen" → "leergang-toetsen", as policy packs name it. */
export function codeOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
    .slice(0, 20)
    .replace(/-+$/, '');
}

export function readProof(form: FormData) {
  return {
    evidence: readLine(form, 'evidence'),
    source: readLine(form, 'source'),
    reference: readLine(form, 'reference'),
    seenOn: readLine(form, 'seenOn'),
    validFrom: readLine(form, 'validFrom'),
    validUntil: readOptional(form, 'validUntil'),
  };
}
