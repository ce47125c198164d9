/** What the forms of the quality page say. Pure. */

type Verdict = { readonly criterion: string; readonly verdict: string; readonly reason: string };
type Condition = { readonly text: string; readonly owner: string; readonly due: string };

/** Criteria on which nothing was chosen have no verdict. */
export function readVerdicts(form: FormData): Verdict[] {
  return [...form].flatMap(([name, value]) => {
    if (!name.startsWith('verdict.') || typeof value !== 'string') return [];
    const criterion = name.slice('verdict.'.length);
    return [{ criterion, verdict: value, reason: textOf(form, `reason.${criterion}`) }];
  });
}

/** Rows in which nothing was written are no conditions. */
export function readConditions(form: FormData): Condition[] {
  const rows = [...form.keys()].flatMap((name) => /^condition\.(\d+)\.text$/.exec(name)?.[1] ?? []);
  return rows
    .map((row) => ({
      text: textOf(form, `condition.${row}.text`),
      owner: textOf(form, `condition.${row}.owner`),
      due: textOf(form, `condition.${row}.due`),
    }))
    .filter(({ text, owner, due }) => text || owner || due);
}

/** What was typed, to be shown again after a refusal. */
export function readTyped(form: FormData): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
