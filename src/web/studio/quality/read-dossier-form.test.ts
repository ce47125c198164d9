import { describe, expect, it } from 'vitest';
import {
  type Dossier,
  dossierSchema,
  emptyDossier,
  STATEMENTS,
} from '../../../features/quality/dossier.schema.ts';
import { dossierSectionIds, dossierSections, sectionOfPointer } from './dossier-sections.ts';
import { applyDossierForm } from './read-dossier-form.ts';
import { withoutRow } from './without-row.ts';

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const before: Dossier = dossierSchema.parse({
  statements: { need: { text: { en: 'Three hospitals ask for it.' } } },
  team: [{ id: 'T2', name: 'A. Bos', role: 'teacher' }],
});

describe('a form of the dossier', () => {
  it('says its own section and leaves the others as they were', () => {
    const typed = applyDossierForm(
      before,
      'outcomes',
      formOf({
        'dossier.outcomes.LO1.verb.en': ' analyse ',
        'dossier.outcomes.LO1.verb.nl': '',
        'dossier.outcomes.LO1.eqf': '6',
        'dossier.outcomes.LO1.essential': 'yes',
        'dossier.outcomes.LO2.cognitive': 'apply',
      }),
    );
    expect(typed.outcomes).toEqual({
      LO1: { verb: { en: 'analyse' }, eqf: 6, essential: true },
      LO2: { cognitive: 'apply', essential: false },
    });
    expect(typed.team).toEqual(before.team);
    expect(typed.statements).toEqual(before.statements);
    expect(dossierSchema.parse(typed)).toEqual(typed);
  });

  it('takes rows without words for no rows, and numbers new ones after those that are there', () => {
    const typed = applyDossierForm(
      before,
      'team',
      formOf({
        'dossier.team.0.id': 'T2',
        'dossier.team.0.name': 'A. Bos',
        'dossier.team.0.role': 'examiner',
        'dossier.team.0.qualification.kind': 'utq',
        'dossier.team.0.qualification.validFrom': '2020-01-01',
        'dossier.team.1.role': 'teacher',
        'dossier.team.2.name': 'B. Vis',
        'dossier.team.2.role': 'teacher',
      }),
    );
    expect(typed.team).toEqual([
      {
        id: 'T2',
        name: 'A. Bos',
        role: 'examiner',
        qualification: { kind: 'utq', evidence: 'register', reference: '', validFrom: '2020-01-01' },
      },
      { id: 'T3', name: 'B. Vis', role: 'teacher' },
    ]);
  });

  it('reads hours as Dutch writes them, and keeps for the reader what is no number', () => {
    const typed = applyDossierForm(
      emptyDossier,
      'workload',
      formOf({
        'dossier.workload.activities.0.label.nl': 'Lezen',
        'dossier.workload.activities.0.type': 'b660f5dcea',
        'dossier.workload.activities.0.hours': '7,5',
        'dossier.workload.activities.1.label.nl': 'Oefenen',
        'dossier.workload.activities.1.hours': 'veel',
        'dossier.workload.activities.2.type': 'b660f5dcea',
      }),
    );
    expect(typed.workload.activities.map(({ hours }) => hours)).toEqual([7.5, 'veel']);
    expect(typed.workload.activities[0]?.contact).toBe(false);
  });

  it('takes a statement away that was emptied, and no other', () => {
    expect(applyDossierForm(before, 'grounds', formOf({})).statements).toEqual({});
    expect(applyDossierForm(before, 'trust', formOf({})).statements).toEqual(before.statements);
  });

  it('puts nothing into what all objects share', () => {
    applyDossierForm(
      emptyDossier,
      'outcomes',
      formOf({
        'dossier.__proto__.spoiled': 'yes',
        'dossier.constructor.prototype.spoiled': 'yes',
        'dossier.outcomes.__proto__.spoiled': 'yes',
      }),
    );
    expect(({} as { spoiled?: string }).spoiled).toBeUndefined();
  });
});

describe('the sections of a dossier', () => {
  it('hold each statement exactly once', () => {
    const held = dossierSectionIds.flatMap((id) => [...dossierSections[id].statements]);
    expect(held.toSorted()).toEqual([...STATEMENTS].toSorted());
  });

  it('are found for whatever a finding points at', () => {
    expect(sectionOfPointer('/dossier/team/0/qualification')).toBe('team');
    expect(sectionOfPointer('/dossier/statements/complaints')).toBe('learners');
    expect(sectionOfPointer('/dossier/levelArgument')).toBe('level');
  });
});

describe('a row that is taken away', () => {
  it('is the one with that id', () => {
    expect(withoutRow(before, 'team', 'T2').team).toEqual([]);
    expect(withoutRow(before, 'team', 'T1')).toEqual(before);
  });
});
