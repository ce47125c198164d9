import type { TextKey, Translate } from '../../lib/i18n.ts';
import type { Problem } from '../../lib/problem.ts';

/** Why a file is refused, by the last part of the problem's name. */
const FAULTS: Readonly<Record<string, TextKey>> = {
  unreadable: 'frameworks.fault.unreadable',
  empty: 'frameworks.fault.empty',
  'too-many-items': 'frameworks.fault.too-many-items',
  'no-name-column': 'frameworks.fault.no-name-column',
  'no-address-column': 'frameworks.fault.no-address-column',
  'no-name': 'frameworks.fault.no-name',
  'no-address': 'frameworks.fault.no-address',
  'address-unfit': 'frameworks.fault.address-unfit',
  'address-twice': 'frameworks.fault.address-twice',
  'code-twice': 'frameworks.fault.code-twice',
  'control-characters': 'frameworks.fault.control-characters',
  'too-long': 'frameworks.fault.too-long',
  circle: 'frameworks.fault.circle',
};
const REFUSALS: Readonly<Record<string, TextKey>> = {
  'name-taken': 'frameworks.refusal.name-taken',
  'too-many': 'frameworks.refusal.too-many',
  'in-use': 'frameworks.refusal.in-use',
};
const FIELDS: Readonly<Record<string, TextKey>> = {
  name: 'frameworks.fault.needed',
  publisher: 'frameworks.fault.needed',
  licence: 'frameworks.fault.needed',
  url: 'frameworks.fault.https',
};

/** In the reader's language, with the line of the file where it is. */
export function sayFrameworkFaults(t: Translate, problem: Problem | undefined): Problem | undefined {
  if (!problem) return undefined;
  const name = problem.type.split('/').at(-1) ?? '';
  const { detail: _, ...rest } = problem;
  const refusal = Object.hasOwn(REFUSALS, name) ? REFUSALS[name] : undefined;
  if (refusal) return { ...rest, title: t(refusal), errors: [] };
  const fault = name.startsWith('file-') ? FAULTS[name.slice('file-'.length)] : undefined;
  if (!fault)
    return {
      ...rest,
      errors: problem.errors.map(({ pointer, detail }) => {
        const key = FIELDS[pointer.split('/').at(-1) ?? ''];
        return { pointer, detail: key ? t(key) : detail };
      }),
    };
  const [line] = problem.errors.flatMap(({ pointer }) => /^\/file\/(\d+)$/.exec(pointer)?.[1] ?? []);
  const where = line ? `${t('frameworks.fault.line', { line })} ` : '';
  return {
    ...rest,
    title: t('frameworks.fault.title'),
    errors: [{ pointer: '/file', detail: `${where}${t(fault)}` }],
  };
}
