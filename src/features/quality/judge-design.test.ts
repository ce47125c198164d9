import { describe, expect, test } from 'vitest';
import { judgeDesign } from './judge-design.ts';
import { listOpenCriteria } from './list-open-criteria.ts';
import { resolvePack } from './packs/index.ts';
import { soundDesign } from './testing.ts';

const { content, dossier } = soundDesign;

describe('judging a design', () => {
  test('tells findings in the order of the pack, and those of a criterion in the order of the design', () => {
    const many = Array.from({ length: 11 }, (_, at) => ({
      id: `LO${at + 1}`,
      text: { en: 'Understand rain.', nl: 'Legt regen uit.' },
    }));
    const findings = judgeDesign({ ...soundDesign, content: { ...content, title: {}, outcomes: many } });
    const order = soundDesign.pack.criteria.map(({ id }) => id);
    const places = findings.map(({ criterion }) => order.indexOf(criterion));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(
      findings.filter(({ criterion }) => criterion === 'LO-VERB').map(({ values }) => values?.outcome),
    ).toEqual(many.map(({ id }) => id));
  });

  test('asks for the need of a small one more sternly', () => {
    const { need: _, ...statements } = dossier.statements;
    const severityAt = (ects: number) =>
      judgeDesign({
        ...soundDesign,
        content: { ...content, workload: { ects } },
        dossier: { ...dossier, statements },
      }).find(({ criterion }) => criterion === 'NEED-1')?.severity;
    expect(severityAt(3)).toBe('should');
    expect(severityAt(2.5)).toBe('must');
  });

  test('says the same twice, and leaves what it judged as it was', () => {
    const frozen = JSON.stringify(soundDesign);
    expect(judgeDesign(soundDesign)).toEqual(judgeDesign(soundDesign));
    expect(JSON.stringify(soundDesign)).toBe(frozen);
  });
});

describe('what a human weighs', () => {
  test('is everything that no machine decides, with its weight for this design', () => {
    const open = listOpenCriteria(soundDesign);
    expect(open.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['LVL-1', 'LO-1', 'AS-1', 'NLQ-C4', 'NEED-1']),
    );
    expect(open.some(({ kind }) => kind === 'auto')).toBe(false);
    const small = { ...soundDesign, content: { ...content, workload: { ects: 2 } } };
    expect(listOpenCriteria(small).find(({ id }) => id === 'NEED-1')?.severity).toBe('must');
  });

  test('is little for an edubadge', () => {
    const open = listOpenCriteria({ content, pack: resolvePack('eu-minimum', '2026-11-22') });
    expect(open.map(({ id }) => id)).toEqual(['STK-1', 'DUP-1']);
  });
});
