import { describe, expect, it } from 'vitest';
import { readConditions, readVerdicts } from './read-act-form.ts';

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
