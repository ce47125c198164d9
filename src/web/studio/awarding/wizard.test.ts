import { describe, expect, it } from 'vitest';
import { correctRows, parseCarried, readRows } from './wizard.ts';

describe('the award wizard', () => {
  it('gives what is said for all to every line, and lets a line say otherwise', () => {
    const rows = readRows('many', {
      lines: 'email;language\na@example.org;nl\nb@example.org;',
      language: 'en',
      narrative: 'Well done.',
      awardedOn: '',
    });
    expect(rows).toEqual([
      { email: 'a@example.org', language: 'nl', narrative: 'Well done.' },
      { email: 'b@example.org', language: 'en', narrative: 'Well done.' },
    ]);
  });

  it('sends no evidence when its fields are empty', () => {
    expect(
      readRows('one', { 'recipients.0.email': 'a@example.org', 'recipients.0.evidence.0.url': '' }),
    ).toEqual([{ email: 'a@example.org' }]);
  });

  it('takes a correction of a cell, and an emptied cell as nothing', () => {
    const form = new FormData();
    form.append('row.1.email', ' b@example.org ');
    form.append('row.1.result', '');
    expect(correctRows([{ email: 'a@example.org' }, { email: 'b', result: '3' }], form)).toEqual([
      { email: 'a@example.org' },
      { email: 'b@example.org' },
    ]);
  });

  it('does not believe what a browser sends back: rows of another shape are no rows', () => {
    expect(parseCarried('[{"email":"a@example.org"}]')).toEqual([{ email: 'a@example.org' }]);
    expect(parseCarried('[{"email":"a@example.org","institutionId":"x"}]')).toBeUndefined();
    expect(parseCarried('not json')).toBeUndefined();
    expect(parseCarried(undefined)).toBeUndefined();
  });
});
