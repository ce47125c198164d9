import { expect, it } from 'vitest';
import { codeOf, readQualification } from './read-qualification.ts';

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

it('a member is named by the choice, a guest by what is typed', () => {
  expect(readQualification(formOf({ person: 'id-1|Ada Rivers', name: 'x', kind: 'utq' }))).toEqual({
    ...{ person: 'id-1', name: 'Ada Rivers', kind: 'utq', kindName: null },
  });
  expect(
    readQualification(formOf({ person: '', name: 'Bo Lakes', kind: 'own', ownKind: 'Cursus Toetsen' })),
  ).toEqual({
    ...{ person: null, name: 'Bo Lakes', kind: 'cursus-toetsen', kindName: 'Cursus Toetsen' },
  });
});

it.each([
  ['Cursus Toetsen', 'cursus-toetsen'],
  ['Leergang  Beoordelen & Feedback', 'leergang-beoordelen'],
  ['2e graads', 'e-graads'],
  ['Één dag', 'een-dag'],
])('%s has the code %s', (name, code) => {
  expect(codeOf(name)).toBe(code);
});
