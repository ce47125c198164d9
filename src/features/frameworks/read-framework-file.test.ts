import { describe, expect, it } from 'vitest';
import { FileRefusal, joinItems, MAX_ITEMS } from './framework.ts';
import { readFrameworkFile } from './read-framework-file.ts';

const options = { language: 'en', baseUrl: 'https://skills.example/own' };
const read = (text: string, more: Partial<typeof options> = {}) =>
  readFrameworkFile(new TextEncoder().encode(text), { ...options, ...more });

function faultOf(text: string): { fault: string; line: number | undefined } | 'none' {
  try {
    read(text);
    return 'none';
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    return { fault: error.fault, line: error.line };
  }
}

const item = (n: number, more: object = {}) => ({
  identifier: `i${n}`,
  uri: `https://case.example/items/${n}`,
  fullStatement: `Statement ${n}`,
  ...more,
});
const asCase = (items: readonly object[], more: object = {}) =>
  JSON.stringify({ CFDocument: { title: 'A framework', language: 'nl-NL' }, CFItems: items, ...more });
const childOf = (child: string, parent: string) => ({
  associationType: 'isChildOf',
  originNodeURI: { identifier: child },
  destinationNodeURI: { identifier: parent },
});

describe('a table', () => {
  it('is read by headings in Dutch and in English, with an address made from the code', () => {
    const [one] = read('kenmerk;naam_nl;Name (en);omschrijving\nT1;Toetsen;Assess;Wat telt');
    expect(one).toMatchObject({
      url: 'https://skills.example/own/T1',
      code: 'T1',
      name: { nl: 'Toetsen', en: 'Assess' },
      description: { en: 'Wat telt' },
    });
  });

  it('of ESCO is read as it is downloaded, and its two languages are joined by the address of the concept', () => {
    const heads =
      'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,description';
    const uri = 'http://data.europa.eu/esco/skill/0001';
    const line = (label: string, others: string) =>
      `${heads}\nKnowledgeSkillCompetence,${uri},skill/competence,cross-sector,${label},"${others}",,released,"${label}!"`;
    const english = read(line('manage musical staff', 'coordinate duties\nmanage staff of music'));
    const dutch = read(line('muzikaal personeel beheren', 'leidinggeven'), { language: 'nl' });
    expect(joinItems(english, dutch)).toEqual([
      {
        ...{ url: uri, code: null, kind: 'skill/competence' },
        name: { en: 'manage musical staff', nl: 'muzikaal personeel beheren' },
        description: { en: 'manage musical staff!', nl: 'muzikaal personeel beheren!' },
        otherNames: 'coordinate duties manage staff of music\nleidinggeven',
      },
    ]);
  });

  it.each([
    ['nothing', '', 'empty', undefined],
    ['only headings', 'code,name', 'empty', undefined],
    ['a quote that never ends', 'code,name\nA,"never', 'unreadable', undefined],
    ['no column of names', 'code,weight\nA,1', 'no-name-column', undefined],
    ['neither addresses nor codes', 'name\nA', 'no-address-column', undefined],
    ['a line without a name', 'code,name\nA,One\nB,', 'no-name', 3],
    ['a line without a code', 'code,name\n,One', 'no-address', 2],
    ['a code twice', 'url,code,name\nhttps://a.example/1,A,One\nhttps://a.example/2,A,Two', 'code-twice', 2],
    ['an address twice', 'url,name\nhttps://a.example/1,One\nhttps://a.example/1,Two', 'address-twice', 2],
    ['an address without encryption', 'url,name\nhttp://a.example/1,One', 'address-unfit', 2],
    [
      'an address that looks like the Union',
      'url,name\nhttp://data.europa.eu.evil.example/1,One',
      'address-unfit',
      2,
    ],
    ['a script for an address', 'url,name\njavascript:alert(1),One', 'address-unfit', 2],
    ['an address with a password', 'url,name\nhttps://me:secret@a.example/,One', 'address-unfit', 2],
    ['a name that turns around what follows', 'code,name\nA,One\u202eowT', 'control-characters', 2],
    ['a bell in a name', 'code,name\nA,One\u0007', 'control-characters', 2],
    ['a name as long as a page', `code,name\nA,${'x'.repeat(301)}`, 'too-long', 2],
    ['one cell as large as a book', `code,name\nA,${'x'.repeat(70_000)}`, 'unreadable', undefined],
    [
      'more lines than any framework has',
      `code,name\n${'A,One\n'.repeat(MAX_ITEMS + 1)}`,
      'too-many-items',
      undefined,
    ],
  ])('with %s is refused', (_, text, fault, line) => {
    expect(faultOf(text)).toEqual({ fault, line });
  });

  it('in another encoding than UTF-8 is refused', () => {
    expect(() => readFrameworkFile(new Uint8Array([0x6e, 0xe9, 0x0a]), options)).toThrow(FileRefusal);
  });
});

describe('a CASE package', () => {
  it('is read in the language of its document, or of an item', () => {
    const coded = item(1, { humanCodingScheme: 'K.1', CFItemType: 'Skill', notes: 'Why' });
    const [one, two] = read(asCase([coded, item(2, { language: 'en' })]));
    expect(one).toEqual({
      ...{ url: 'https://case.example/items/1', code: 'K.1', kind: 'Skill', otherNames: '' },
      ...{ name: { nl: 'Statement 1' }, description: { nl: 'Why' } },
    });
    expect(two?.name).toEqual({ en: 'Statement 2' });
  });

  it('with a tree is read, also where a part has two parents', () => {
    const associations = [childOf('i2', 'i1'), childOf('i3', 'i1'), childOf('i4', 'i2'), childOf('i4', 'i3')];
    const items = [1, 2, 3, 4].map((n) => item(n));
    expect(read(asCase(items, { CFAssociations: associations }))).toHaveLength(4);
  });

  it.each([
    ['no items', asCase([]), 'empty', undefined],
    ['half of a file', asCase([item(1)]).slice(0, -9), 'unreadable', undefined],
    ['no document', JSON.stringify({ CFItems: [item(1)] }), 'unreadable', undefined],
    ['brackets without end', '['.repeat(100_000), 'unreadable', undefined],
    ['a number for a statement', asCase([item(1), { ...item(2), fullStatement: 7 }]), 'unreadable', 2],
    ['an empty statement', asCase([item(1, { fullStatement: ' ' })]), 'no-name', 1],
    ['an address twice', asCase([item(1), item(1)]), 'address-twice', 2],
    [
      'a code twice',
      asCase([item(1, { humanCodingScheme: 'A' }), item(2, { humanCodingScheme: 'A' })]),
      'code-twice',
      2,
    ],
    [
      'an address without encryption',
      asCase([item(1, { uri: 'http://case.example/1' })]),
      'address-unfit',
      1,
    ],
    [
      'parts that contain each other',
      asCase([item(1), item(2)], { CFAssociations: [childOf('i1', 'i2'), childOf('i2', 'i1')] }),
      'circle',
      undefined,
    ],
    [
      'a part that contains itself',
      asCase([item(1)], { CFAssociations: [childOf('i1', 'i1')] }),
      'circle',
      undefined,
    ],
  ])('with %s is refused', (_, text, fault, line) => {
    expect(faultOf(text)).toEqual({ fault, line });
  });
});
