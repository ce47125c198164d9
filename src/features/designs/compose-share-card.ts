/** What a share card says of a design, or of an award of it. Pure. */
import { type DesignContent, type Language, sayIn, type Text } from '../../formats/index.ts';
import type { DesignVersion } from './design.ts';
import type { ShareCard } from './share-card.ts';

export type ShareCardFacts = {
  readonly content: DesignContent;
  readonly issuer: Text;
  /** The language of the award; of a design its own. */
  readonly language: Language;
  /** The address that is shared; its host is where one can verify. */
  readonly url: string;
  readonly mark: { readonly hash: Uint8Array; readonly inks: readonly string[]; readonly png?: Uint8Array };
  readonly holder?: string;
  readonly ended?: 'revoked' | 'expired' | 'superseded' | 'retired';
};

type Words = {
  readonly kind: Readonly<Record<DesignContent['kind'], string>>;
  readonly ended: Readonly<Record<NonNullable<ShareCardFacts['ended']>, string>>;
  readonly demo: string;
  readonly hours: string;
  readonly verify: string;
};

const english: Words = {
  kind: {
    microcredential: 'Microcredential',
    'proof-of-competence': 'Proof of competence',
    edubadge: 'Edubadge',
  },
  ended: { revoked: 'Withdrawn', expired: 'Expired', superseded: 'Replaced', retired: 'No longer on offer' },
  demo: 'Demonstration',
  hours: 'hours',
  verify: 'Verify at',
};

const dutch: Words = {
  kind: {
    microcredential: 'Microcredential',
    'proof-of-competence': 'Bekwaamheidsbewijs',
    edubadge: 'Edubadge',
  },
  ended: {
    revoked: 'Ingetrokken',
    expired: 'Verlopen',
    superseded: 'Vervangen',
    retired: 'Niet meer aangeboden',
  },
  demo: 'Demonstratie',
  hours: 'uur',
  verify: 'Controleren op',
};

/** The name of a demonstration's issuer ends so in signed bytes (DECISIONS 16). */
const DEMO = / \(demo\)$/;

export function composeShareCard(facts: ShareCardFacts): ShareCard {
  const { content, language, mark, holder, ended } = facts;
  const words = language === 'nl' ? dutch : english;
  const issuer = sayIn(facts.issuer, language, content.defaultLanguage);
  const remark = ended ? words.ended[ended] : DEMO.test(issuer) ? words.demo : undefined;
  return {
    kind: words.kind[content.kind],
    ...(remark ? { remark } : {}),
    title: sayIn(content.title, language, content.defaultLanguage),
    ...(holder ? { holder } : {}),
    issuer: issuer.replace(DEMO, ''),
    facts: sayFacts(content, words, language),
    invitation: `${words.verify} ${new URL(facts.url).host}`,
    // A retired design is offered no longer, but what was awarded of it stands: its mark keeps its colours.
    mark: { ...mark, blind: ended !== undefined && ended !== 'retired' },
  };
}

function sayFacts({ level, workload }: DesignContent, words: Words, language: Language): string {
  const write = (amount: number) => new Intl.NumberFormat(language === 'nl' ? 'nl' : 'en').format(amount);
  const load =
    workload.ects !== undefined
      ? `${write(workload.ects)} EC`
      : workload.hours !== undefined
        ? `${write(workload.hours)} ${words.hours}`
        : undefined;
  return [level.eqf === undefined ? undefined : `EQF ${level.eqf}`, load].filter(Boolean).join(' · ');
}

export function markOf(version: DesignVersion, png?: Uint8Array): ShareCardFacts['mark'] {
  return { hash: version.markHash, inks: version.inks, ...(png ? { png } : {}) };
}
