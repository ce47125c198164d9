import { describe, expect, it } from 'vitest';
import { STATES } from '../../../features/quality/process.ts';
import { templates } from '../templates/templates.ts';
import { findPlace } from './find-place.ts';
import { listSteps, standingOf } from './list-steps.ts';
import { readConditions, readVerdicts } from './read-act-form.ts';
import { sumWorkload } from './sum-workload.ts';

const committee = [{ step: 'expert' }, { step: 'committee' }];

describe('the way drawn as steps', () => {
  it('has the gates of the pack, and begins with an idea where a committee decides', () => {
    expect(listSteps(committee, 'expert-review')).toEqual({
      names: ['idea', 'designing', 'expert', 'committee', 'approved', 'published'],
      current: 3,
    });
    expect(listSteps([{ step: 'expert' }], 'designing')).toEqual({
      names: ['designing', 'expert', 'approved', 'published'],
      current: 1,
    });
  });

  it('has a place for every state, and a tick only for what was decided', () => {
    for (const state of STATES) {
      const { names, current } = listSteps(committee, state);
      expect(names[current - 1], state).toBeDefined();
    }
    expect(STATES.filter((state) => standingOf(state) === 'passed')).toEqual([
      'approved',
      'published',
      'in-use',
    ]);
  });
});

describe('where a finding is mended', () => {
  const { content } = templates['case-report'];
  const design = { id: 'abc', content };

  it('is a field of the designer or of the dossier', () => {
    expect(findPlace(design, '/content/outcomes/1/text/nl')).toEqual({
      href: '/studio/designs/abc?section=outcomes#content.outcomes.1.text.nl',
      part: { house: 'content', section: 'outcomes' },
      row: 2,
    });
    expect(findPlace(design, '/dossier/outcomes/LO3').href).toBe(
      '/studio/designs/abc/dossier?section=outcomes#row-LO3',
    );
    expect(findPlace(design, '/dossier/statements/need').part).toEqual({
      house: 'dossier',
      section: 'grounds',
    });
  });

  it('is a page, whatever it points at', () => {
    for (const pointer of ['', '/', '/content', '/dossier', '/content/nothing/9', '/dossier/nothing'])
      expect(findPlace(design, pointer).href).toMatch(/^\/studio\/designs\/abc/);
  });
});

describe('the hours of a design', () => {
  const activities = [
    { id: 'W1', label: {}, type: 'b660f5dcea', hours: 20.1, contact: true },
    { id: 'W2', label: {}, type: 'b660f5dcea', hours: 60.2, contact: false },
  ];

  it('are held against 28 for each credit, or against the hours that are stated', () => {
    expect(sumWorkload(activities, { ects: 3 })).toEqual({
      hours: 80.3,
      contact: 20.1,
      stated: 84,
      difference: -3.7,
    });
    expect(sumWorkload(activities, { hours: 80 }).difference).toBe(0.3);
    expect(sumWorkload(activities, {}).difference).toBeUndefined();
  });
});

describe('what a judge fills in', () => {
  it('is a verdict for each criterion that was chosen, and conditions in which something was written', () => {
    const form = new FormData();
    form.append('verdict.LO-1', 'partly');
    form.append('reason.LO-1', ' Too wide. ');
    form.append('reason.LVL-1', 'nobody chose');
    form.append('condition.0.text', '');
    form.append('condition.0.owner', '');
    form.append('condition.1.text', 'Add a resit.');
    form.append('condition.1.owner', 'A. Bos');
    form.append('condition.1.due', '2027-01-15');
    expect(readVerdicts(form)).toEqual([{ criterion: 'LO-1', verdict: 'partly', reason: 'Too wide.' }]);
    expect(readConditions(form)).toEqual([{ text: 'Add a resit.', owner: 'A. Bos', due: '2027-01-15' }]);
  });
});
