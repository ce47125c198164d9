/**
 * What changed since the version that is offered, and which way that must go: computed from the fields, not chosen by the
 * author. A translation that is added is editorial anywhere; words that change where they promise something are not,
 * since no machine tells a typo from another promise.
 */
import type { DesignContent } from '../../formats/index.ts';
import { CHANGE_CLASSES, type ChangeClass } from './change-class.ts';
import type { Step } from './process.ts';

export type FieldChange = {
  /** A JSON Pointer into the content: the member of a list, or the field itself. */
  readonly pointer: string;
  readonly class: ChangeClass;
};

/** How much a change of a field weighs; what is not here is major. */
const WEIGHT: Readonly<Record<string, ChangeClass>> = {
  title: 'minor',
  description: 'editorial',
  furtherInformation: 'editorial',
  furtherInformationUrl: 'editorial',
  tags: 'editorial',
  participation: 'minor',
  instructionLanguages: 'minor',
  qualityAssurance: 'minor',
  programme: 'minor',
  partners: 'minor',
  iscedF: 'minor',
  skills: 'minor',
};
/** Of an assessment: what is tested and how much it counts is a promise, the rest is how it is done. */
const PROMISED = ['id', 'type', 'weight'];

export function listChanges(before: DesignContent, after: DesignContent): FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => {
    const [old, now] = [memberOf(before, name), memberOf(after, name)];
    if (isSame(old, now)) return [];
    if (name === 'assessments') return compareAssessments(before, after);
    if (Array.isArray(old) && Array.isArray(now) && old.length === now.length)
      return old.flatMap((item, at) =>
        isSame(item, now[at]) ? [] : [{ pointer: `/${name}/${at}`, class: weigh(name, item, now[at]) }],
      );
    return [{ pointer: `/${name}`, class: weigh(name, old, now) }];
  });
}

/** The heaviest of them; undefined when nothing changed. */
export function classifyChange(changes: readonly FieldChange[]): ChangeClass | undefined {
  return CHANGE_CLASSES.findLast((one) => changes.some((change) => change.class === one));
}

/** Which gates a change passes: only a major one goes to the committee again. */
export function routeOfChange(route: readonly Step[], change: ChangeClass | undefined): readonly Step[] {
  if (change === undefined || change === 'major' || !route.includes('expert')) return route;
  return ['expert'];
}

function compareAssessments(before: DesignContent, after: DesignContent): FieldChange[] {
  if (before.assessments.length !== after.assessments.length)
    return [{ pointer: '/assessments', class: 'major' }];
  return before.assessments.flatMap((old, at) => {
    const now = after.assessments[at];
    if (isSame(old, now)) return [];
    const promised = PROMISED.some((name) => !isSame(memberOf(old, name), memberOf(now ?? {}, name)));
    return [
      {
        pointer: `/assessments/${at}`,
        class: promised ? 'major' : addsOnly(old, now) ? 'editorial' : 'minor',
      },
    ];
  });
}

function weigh(name: string, old: unknown, now: unknown): ChangeClass {
  return addsOnly(old, now) ? 'editorial' : (WEIGHT[name] ?? 'major');
}

const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/;

/** Everything that was said is still said, and what is new are other languages of the same text. */
function addsOnly(old: unknown, now: unknown): boolean {
  if (!isObject(old) || !isObject(now)) return isSame(old, now);
  if (Array.isArray(old) || Array.isArray(now))
    return (
      Array.isArray(old) &&
      Array.isArray(now) &&
      old.length === now.length &&
      old.every((item, at) => addsOnly(item, now[at]))
    );
  const isText = Object.entries(old).every(
    ([name, value]) => LANGUAGE.test(name) && typeof value === 'string',
  );
  const added = Object.keys(now).filter((name) => !Object.hasOwn(old, name));
  if (added.length > 0 && !(isText && added.every((name) => LANGUAGE.test(name)))) return false;
  return Object.entries(old).every(
    ([name, value]) => Object.hasOwn(now, name) && addsOnly(value, memberOf(now, name)),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function memberOf(object: object, name: string): unknown {
  return (object as Readonly<Record<string, unknown>>)[name]; // content is JSON
}

function isSame(one: unknown, other: unknown): boolean {
  return stringify(one) === stringify(other);
}

/** Order of members says nothing. */
function stringify(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isObject(inner) && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
