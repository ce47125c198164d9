/** Fields of an accreditation as the form has them, and as the API takes them. Pure. */
import type { AccreditationView } from '../../../features/accreditations/accreditations.schema.ts';
import { vocabularies } from '../../../formats/vocabularies.ts';
import { readLanguages, readLine, readList, readOptional } from './read-fields.ts';

export type TypedAccreditation = {
  readonly type: string;
  readonly title: Readonly<Record<string, string>>;
  readonly agency: string;
  readonly register: string;
  readonly number: string;
  readonly url: string;
  readonly decision: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly unit: string;
  readonly eqf: readonly number[];
  /** ISCED-F codes with spaces between. */
  readonly fields: string;
  readonly renews: string;
};

export function readAccreditation(form: FormData) {
  return {
    type: readLine(form, 'type'),
    title: readLanguages(form, 'title'),
    agency: readLine(form, 'agency'),
    register: readLine(form, 'register'),
    number: readOptional(form, 'number'),
    url: readLine(form, 'url'),
    decision: readLine(form, 'decision'),
    validFrom: readLine(form, 'validFrom'),
    validUntil: readOptional(form, 'validUntil'),
    unit: readOptional(form, 'unit'),
    eqf: form.getAll('eqf').map(Number),
    fields: readList(form, 'fields'),
    renews: readOptional(form, 'renews'),
  };
}

export function typeAgain(form: FormData): TypedAccreditation {
  const { number, validUntil, unit, fields, renews, ...rest } = readAccreditation(form);
  return {
    ...rest,
    ...{ number: number ?? '', validUntil: validUntil ?? '', unit: unit ?? '', renews: renews ?? '' },
    fields: fields.join(' '),
  };
}

/** As it is recorded. */
export function showAccreditation(one: AccreditationView): TypedAccreditation {
  return {
    ...{ type: one.type, title: one.title, agency: one.agency, register: one.register, url: one.url },
    ...{ number: one.number ?? '', decision: one.decision, validFrom: one.validFrom, eqf: one.eqf },
    ...{ validUntil: one.validUntil ?? '', unit: one.unit?.slug ?? '', renews: one.renews ?? '' },
    fields: one.fields.join(' '),
  };
}

/** A new one: empty, or with what a register says of it in the address. */
export function beginAccreditation(query: URLSearchParams): TypedAccreditation {
  const said = (name: string) => (query.get(name) ?? '').slice(0, 2_000);
  return {
    type: vocabularies.accreditation.concepts[0]?.code ?? '',
    ...{ title: {}, agency: '', register: said('register'), number: said('number'), url: said('url') },
    ...{ decision: 'positive', validFrom: said('validFrom'), validUntil: said('validUntil') },
    ...{ unit: '', eqf: [], fields: '', renews: '' },
  };
}
