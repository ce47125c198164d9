import { describe, expect, it } from 'vitest';
import { readLines } from './read-lines.ts';

describe('lines of recipients', () => {
  it('are e-mail, name and result when nothing heads them', () => {
    expect(readLines('a@example.org;Ada de Vries;8\nb@example.org;Bo')).toEqual([
      { email: 'a@example.org', name: 'Ada de Vries', result: '8' },
      { email: 'b@example.org', name: 'Bo' },
    ]);
  });

  it('follow their own head, in either language and any order', () => {
    expect(readLines('Naam,Studentnummer,Datum\n"Vries, Ada de",s1234567,17-07-2026')).toEqual([
      { name: 'Vries, Ada de', identifier: 's1234567', awardedOn: '2026-07-17' },
    ]);
  });

  it('may come from a spreadsheet, with tabs, a byte order mark and empty lines', () => {
    expect(readLines('\uFEFFname\te-mail\r\n\r\nAda\ta@example.org\r\n')).toEqual([
      { name: 'Ada', email: 'a@example.org' },
    ]);
  });

  it('keep a decimal comma of a mark', () => {
    expect(readLines('a@example.org;Ada;7,5')).toEqual([
      { email: 'a@example.org', name: 'Ada', result: '7,5' },
    ]);
  });

  it('take what has no @ for an institution identifier, so that the server is not told it is a broken address', () => {
    expect(readLines('s1234567;Ada')).toEqual([{ identifier: 's1234567', name: 'Ada' }]);
  });

  it('lose no line: one that says nothing useful is a row that the dry run refuses', () => {
    expect(readLines('a@example.org;Ada\n;;8')).toEqual([
      { email: 'a@example.org', name: 'Ada' },
      { result: '8' },
    ]);
  });

  it('leave a day alone that cannot be read, rather than guess', () => {
    expect(readLines('email;datum\na@example.org;July 17')).toEqual([
      { email: 'a@example.org', awardedOn: 'July 17' },
    ]);
  });

  it('two quotes inside quotes are one', () => {
    expect(readLines('a@example.org;"Ada ""Addie"" de Vries"')).toEqual([
      { email: 'a@example.org', name: 'Ada "Addie" de Vries' },
    ]);
  });
});
