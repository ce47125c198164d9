import { describe, expect, test } from 'vitest';
import { type Judged, judgeDesign, resolvePack } from '../../features/quality/index.ts';
import { type DemoDesign, readDemo, toContent, versionOf } from './content.ts';
import { toDossier } from './dossier.ts';

const demo = readDemo();

/** As it stood on the day on which its latest version was published. */
function judgedOf(design: DemoDesign): Judged {
  const latest = design.versions.at(-1);
  const on = latest?.publishedOn ?? demo.asOf;
  const version = versionOf(design, latest?.n ?? 1);
  const institution = demo.institutions.find(({ id }) => id === design.institution);
  return {
    content: toContent(version),
    dossier: toDossier(version, demo, on),
    institution: { kind: institution?.type.toLowerCase() ?? '', country: 'NL' },
    pack: resolvePack(design.policyPack, on),
    on,
    staff: [],
    similar: [],
  };
}

function listOpen(judged: Judged, severity: 'must' | 'should'): string[] {
  return judgeDesign(judged)
    .filter((finding) => finding.severity === severity)
    .map(({ criterion, pointer, reason }) => `${criterion} ${pointer} ${reason}`);
}

describe('the designs of the demo', () => {
  test('are twelve, under four packs', () => {
    expect(demo.designs).toHaveLength(12);
    expect(new Set(demo.designs.map(({ policyPack }) => policyPack))).toEqual(
      new Set(['rug-mc@2026', 'proof-of-competence@1', 'nl-mbo@2024', 'eu-minimum@2022']),
    );
  });

  test.each(demo.designs.map((design) => [design.id, design] as const))(
    '%s meets every criterion of its pack',
    (_, design) => {
      const judged = judgedOf(design);
      expect(listOpen(judged, 'must')).toEqual([]);
      expect(listOpen(judged, 'should')).toEqual([]);
    },
  );

  test('a design that is spoiled on purpose does not pass', () => {
    const [design] = demo.designs;
    if (!design) throw new Error('the demo has no designs');
    const judged = judgedOf(design);
    const spoiled: Judged = {
      ...judged,
      content: {
        ...judged.content,
        title: { en: 'Master of Land Acquisition', nl: 'Diploma Grondverwerving' },
      },
      dossier: { ...judged.dossier, team: judged.dossier.team.map(({ qualification: _, ...rest }) => rest) },
    };
    expect(new Set(listOpen(spoiled, 'must').map((line) => line.split(' ')[0]))).toEqual(
      new Set(['TTL-1', 'STAFF-1']),
    );
  });
});
