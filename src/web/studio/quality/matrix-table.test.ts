import { describe, expect, it } from 'vitest';
import { toCsv } from '../../lib/csv.ts';
import { templates } from '../templates/templates.ts';
import { applyMatrixTable, composeMatrixTable } from './matrix-table.ts';
import { readTable } from './read-table.ts';

const { content } = templates['case-report'];

describe('outcomes, assessments and matrix as a table', () => {
  it('come back as they left', () => {
    const rows = readTable(toCsv(composeMatrixTable(content)));
    expect(applyMatrixTable(content, rows)).toEqual(content);
  });

  it('keep a text that begins like a formula', () => {
    const [first, ...others] = content.outcomes;
    const odd = { ...content, outcomes: [{ id: first?.id ?? '', text: { en: '- Read' } }, ...others] };
    const back = applyMatrixTable(odd, readTable(toCsv(composeMatrixTable(odd))));
    expect(back?.outcomes[0]?.text).toEqual({ en: '- Read' });
  });

  it('may be changed in a Dutch spreadsheet: semicolons, decimal commas, Dutch names', () => {
    const csv = [
      'what;id;text nl;type;supervision;weight;A1',
      'outcome;LO1;Een plan maken.;;;;full 12,5',
      'assessment;A1;Gesprek;Mondeling examen;;100;',
    ].join('\n');
    const back = applyMatrixTable(content, readTable(csv));
    expect(back?.outcomes).toEqual([{ id: 'LO1', text: { nl: 'Een plan maken.' } }]);
    expect(back?.assessments[0]).toMatchObject({ title: { nl: 'Gesprek' }, type: 'd30284d7df', weight: 100 });
    expect(back?.provenBy).toEqual([{ outcome: 'LO1', assessment: 'A1', coverage: 'full', weight: 12.5 }]);
  });

  it('are not taken from another table', () => {
    expect(applyMatrixTable(content, readTable('name,mail\nA,a@example.org'))).toBeUndefined();
    expect(applyMatrixTable(content, [])).toBeUndefined();
  });
});
