/**
 * Sections A, B, I and J of the baseline (the Dutch national service), feature by feature: the page, the verb and the test
 * of each. `npm run check` refuses a row whose page, file or test name does not exist, and writes `docs/parity.md`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Feature = {
  readonly section: 'A' | 'B' | 'I' | 'J';
  /** The baseline's number. */
  readonly n: number;
  readonly name: string;
} & (
  | {
      readonly page: string;
      /** The file in which it is decided. */
      readonly verb: string;
      readonly test: readonly [file: string, name: string];
    }
  | { readonly absent: string }
);

export const FEATURES: readonly Feature[] = [
  {
    section: 'A',
    n: 1,
    name: 'Many institutions, each behind a wall',
    page: '/operator',
    verb: 'src/database/contexts.ts',
    test: ['test/wall.test.ts', 'sees, changes and deletes nothing of another'],
  },
  {
    section: 'A',
    n: 2,
    name: 'Types of institution: university, applied sciences, vocational, both, other',
    page: '/studio/institution',
    verb: 'src/features/institutions/change-profile.ts',
    test: [
      'src/features/institutions/organisation.test.ts',
      'is changed by its administrator, whole, with an entry in the audit trail',
    ],
  },
  {
    section: 'A',
    n: 3,
    name: 'Profile in two languages: name, description, logo',
    page: '/studio/institution',
    verb: 'src/features/institutions/change-profile.ts',
    test: [
      'src/features/institutions/organisation.test.ts',
      'is changed by its administrator, whole, with an entry in the audit trail',
    ],
  },
  {
    section: 'A',
    n: 4,
    name: 'Institution known by the home organisation of its provider',
    page: '/sign-in',
    verb: 'src/features/accounts/finish-sign-in.ts',
    test: [
      'src/features/accounts/sign-in.test.ts',
      'are recognised through their own institution, and act for it from the start',
    ],
  },
  {
    section: 'A',
    n: 5,
    name: 'A second home organisation',
    page: '/studio/institution',
    verb: 'src/features/institutions/identifiers.ts',
    test: [
      'src/features/institutions/organisation.test.ts',
      'takes identifiers only as their registers write them',
    ],
  },
  {
    section: 'A',
    n: 6,
    name: 'BRIN, and other registers',
    page: '/studio/institution',
    verb: 'src/features/institutions/identifiers.ts',
    test: ['src/features/institutions/organisation.test.ts', 'keeps its BRIN once something was awarded'],
  },
  {
    section: 'A',
    n: 7,
    name: 'Address of the grading table',
    page: '/studio/institution',
    verb: 'src/features/institutions/change-profile.ts',
    test: [
      'src/features/institutions/organisation.test.ts',
      'is changed by its administrator, whole, with an entry in the audit trail',
    ],
  },
  {
    section: 'A',
    n: 8,
    name: 'Country, any of ISO 3166-1',
    page: '/studio/institution',
    verb: 'src/features/institutions/change-profile.ts',
    test: [
      'src/features/institutions/organisation.test.ts',
      'refuses a country that ISO 3166-1 does not know',
    ],
  },
  {
    section: 'A',
    n: 9,
    name: 'Legal basis for each kind of award',
    page: '/studio/institution',
    verb: 'src/features/institutions/change-rules.ts',
    test: [
      'src/features/institutions/organisation.test.ts',
      'without a legal basis nothing of that kind is made or awarded',
    ],
  },
  {
    section: 'A',
    n: 10,
    name: 'Switches for each institution',
    page: '/operator/institutions/:slug',
    verb: 'src/features/institutions/operator.routes.ts',
    test: ['src/features/institutions/organisation.test.ts', 'for microcredentials stops that kind alone'],
  },
  {
    section: 'A',
    n: 11,
    name: 'The operator brings an institution on board',
    page: '/operator/institutions/new',
    verb: 'src/features/institutions/open-institution.ts',
    test: [
      'src/features/institutions/operator.test.ts',
      'makes an institution with an issuer and keys, and invites its first administrator by letter',
    ],
  },
  {
    section: 'A',
    n: 12,
    name: 'An institution asks to join by itself',
    page: '/join',
    verb: 'src/features/institutions/request-institution.ts',
    test: [
      'src/features/institutions/operator.test.ts',
      'is approved once, also when two do it at once; who asked is forgotten',
    ],
  },
  {
    section: 'A',
    n: 13,
    name: 'Groups of issuers: units that only group',
    page: '/studio/units',
    verb: 'src/features/institutions/create-unit.ts',
    test: [
      'src/features/institutions/organisation.test.ts',
      'become issuers once, with keys of their own, and until then take no designs',
    ],
  },
  {
    section: 'A',
    n: 14,
    name: 'Issuers under them: units that issue',
    page: '/studio/units',
    verb: 'src/features/institutions/create-unit.ts',
    test: [
      'src/features/institutions/organisation.test.ts',
      'stand in a tree of at most six levels, without circles',
    ],
  },
  {
    section: 'A',
    n: 15,
    name: 'Issuing on behalf of others',
    page: '/studio/units/:id',
    verb: 'src/features/institutions/change-unit.ts',
    test: [
      'src/features/institutions/organisation.test.ts',
      'sign under the name that their issuer was made with, on behalf of whom it says',
    ],
  },
  {
    section: 'A',
    n: 16,
    name: 'Sort of unit in an institution that is both',
    page: '/studio/units/:id',
    verb: 'src/features/institutions/change-unit.ts',
    test: ['src/features/institutions/organisation.test.ts', 'in an institution that is both are HBO or MBO'],
  },
  {
    section: 'A',
    n: 17,
    name: 'Test units, hidden from the catalogue',
    page: '/studio/units/:id',
    verb: 'src/features/institutions/change-unit.ts',
    test: [
      'src/features/institutions/organisation.test.ts',
      'that are tests are in no list for strangers, and say so on their pages',
    ],
  },
  {
    section: 'A',
    n: 18,
    name: 'Logo of the nearest above',
    page: '/issuers/:id',
    verb: 'src/features/institutions/unit-tree.ts',
    test: [
      'src/features/institutions/organisation.test.ts',
      'show their own logo, else that of the nearest above them',
    ],
  },
  {
    section: 'A',
    n: 19,
    name: 'LinkedIn number of institution and unit',
    page: '/studio/units/:id',
    verb: 'src/features/institutions/change-unit.ts',
    test: [
      'src/features/backpack/linkedin.test.ts',
      'gives an expiry only to what expires, and the organisation by its id when that is known',
    ],
  },
  {
    section: 'A',
    n: 20,
    name: 'Archive and restore',
    page: '/studio/units/:id',
    verb: 'src/features/institutions/change-unit.ts',
    test: [
      'src/features/institutions/organisation.test.ts',
      'are archived when nothing of them is offered; what they awarded goes on verifying',
    ],
  },
  {
    section: 'A',
    n: 21,
    name: 'Deleted only when nothing hangs on it',
    page: '/studio/units/:id',
    verb: 'src/features/institutions/change-unit.ts',
    test: [
      'src/features/institutions/organisation.test.ts',
      'of which nothing hangs are deleted, and no others',
    ],
  },
  {
    section: 'A',
    n: 22,
    name: 'Names that are unique among neighbours',
    page: '/studio/units',
    verb: 'src/features/institutions/create-unit.ts',
    test: [
      'src/features/institutions/organisation.test.ts',
      'are named once among those beside them that are not archived, also when two are added at once',
    ],
  },
  {
    section: 'A',
    n: 23,
    name: 'Learners of other institutions',
    page: '/designs/:id',
    verb: 'src/features/institutions/change-rules.ts',
    test: [
      'src/features/institutions/organisation.test.ts',
      'say on the page of a design to whose learners it is open',
    ],
  },
  {
    section: 'A',
    n: 24,
    name: 'Internal tags of an institution',
    page: '/studio/tags',
    verb: 'src/features/designs/change-tags.ts',
    test: [
      'src/features/designs/tags.test.ts',
      'sort the lists of designs and awards, and are gone from them once archived',
    ],
  },
  {
    section: 'A',
    n: 25,
    name: 'Institutions of other countries',
    page: '/studio/institution',
    verb: 'src/features/institutions/change-profile.ts',
    test: [
      'src/features/institutions/organisation.test.ts',
      'refuses a country that ISO 3166-1 does not know',
    ],
  },
  {
    section: 'A',
    n: 26,
    name: "The institution's own house style",
    page: '/studio/institution',
    verb: 'src/features/institutions/change-house-style.ts',
    test: [
      'src/features/institutions/organisation.test.ts',
      'is what letters are written in: sender, answer, line, logo',
    ],
  },
  {
    section: 'B',
    n: 27,
    name: 'Staff sign in at their institution',
    page: '/sign-in',
    verb: 'src/features/accounts/finish-sign-in.ts',
    test: [
      'src/features/accounts/sign-in.test.ts',
      'are recognised through their own institution, and act for it from the start',
    ],
  },
  {
    section: 'B',
    n: 28,
    name: 'Learners sign in at an eduID-like provider',
    page: '/sign-in',
    verb: 'src/features/accounts/finish-sign-in.ts',
    test: [
      'src/features/accounts/sign-in.test.ts',
      'for the first time makes an account, and later finds it again',
    ],
  },
  {
    section: 'B',
    n: 29,
    name: 'Other providers, letters and passkeys',
    page: '/sign-in',
    verb: 'src/features/accounts/use-passkey.ts',
    test: [
      'src/features/accounts/passkeys.test.ts',
      'is added under a name, signs in without one, and can be removed',
    ],
  },
  {
    section: 'B',
    n: 30,
    name: 'Linked institutions of a learner',
    page: '/account/ways-in',
    verb: 'src/features/accounts/get-account.ts',
    test: [
      'src/features/accounts/ways-in.test.ts',
      'say which provider, the name it stated, how sure it is, and since when',
    ],
  },
  {
    section: 'B',
    n: 31,
    name: 'Names that an institution vouches for',
    page: '/account',
    verb: 'src/features/accounts/find-claimant-name.ts',
    test: [
      'src/features/accounts/ways-in.test.ts',
      'say which provider, the name it stated, how sure it is, and since when',
    ],
  },
  {
    section: 'B',
    n: 32,
    name: 'Proving again who one is',
    page: '/account/prove',
    verb: 'src/features/accounts/require-fresh-proof.ts',
    test: [
      'src/features/accounts/ways-in.test.ts',
      'is asked after ten minutes by whatever takes something away or adds a way in',
    ],
  },
  {
    section: 'B',
    n: 33,
    name: 'History of a name',
    page: '/account',
    verb: 'src/features/accounts/change-person.ts',
    test: [
      'src/features/accounts/ways-in.test.ts',
      'that changes keeps a history for its bearer, and the audit entry names no name',
    ],
  },
  {
    section: 'B',
    n: 34,
    name: 'Recipients without an institution',
    page: '/claim/:token',
    verb: 'src/features/awards/claim-award.ts',
    test: [
      'src/features/awards/awards.test.ts',
      "takes the claimant's name only where the issuer wrote none",
    ],
  },
  {
    section: 'B',
    n: 35,
    name: 'One account for learner and staff',
    page: '/account',
    verb: 'src/features/accounts/switch-institution.ts',
    test: [
      'src/features/accounts/sign-in.test.ts',
      'may act for another institution where they have a role, or for themselves, and nowhere else',
    ],
  },
  {
    section: 'B',
    n: 36,
    name: 'Merging accounts, changing addresses',
    page: '/account/merge',
    verb: 'src/features/accounts/merge-accounts.ts',
    test: [
      'src/features/accounts/merging.test.ts',
      'become one after both were proven: every way in opens it, and the other is nobody’s',
    ],
  },
  {
    section: 'B',
    n: 37,
    name: 'A second factor for staff',
    page: '/second-factor',
    verb: 'src/features/accounts/find-session-actor.ts',
    test: [
      'src/features/accounts/second-factor.test.ts',
      'without one they are themselves, and the session says what is missing',
    ],
  },
  {
    section: 'B',
    n: 38,
    name: 'Nine roles and more',
    page: '/studio/roles',
    verb: 'src/features/institutions/permissions.ts',
    test: ['test/authorisation.test.ts', 'gives every permission to somebody, and none that does not exist'],
  },
  {
    section: 'B',
    n: 39,
    name: 'Rights one by one, inherited down the tree',
    page: '/studio/roles',
    verb: 'src/features/institutions/list-rights.ts',
    test: ['src/features/institutions/staff.test.ts', 'reaches what is below it, and nothing beside it'],
  },
  {
    section: 'B',
    n: 40,
    name: 'Own roles, roles for a time',
    page: '/studio/roles/:slug',
    verb: 'src/features/institutions/save-role.ts',
    test: ['src/features/institutions/staff.test.ts', 'permits exactly what it is made of'],
  },
  {
    section: 'B',
    n: 41,
    name: 'Invitations to a role at any level',
    page: '/studio/people/invite',
    verb: 'src/features/institutions/invite-members.ts',
    test: [
      'src/features/institutions/staff.test.ts',
      'becomes a role when whoever owns the address accepts it',
    ],
  },
  {
    section: 'B',
    n: 42,
    name: 'Many at once',
    page: '/studio/people/invite',
    verb: 'src/features/institutions/invite-members.ts',
    test: [
      'src/features/institutions/staff.test.ts',
      'says of each row what became of it, and sends no second letter for the same',
    ],
  },
  {
    section: 'B',
    n: 43,
    name: 'Rules for invitations that collide',
    page: '/studio/people/invite',
    verb: 'src/features/institutions/invite-members.ts',
    test: [
      'src/features/institutions/staff.test.ts',
      'says of each row what became of it, and sends no second letter for the same',
    ],
  },
  {
    section: 'B',
    n: 44,
    name: 'Accept, refuse, withdraw, send again',
    page: '/invitation/:token',
    verb: 'src/features/institutions/answer-invitation.ts',
    test: [
      'src/features/institutions/staff.test.ts',
      'that was refused, withdrawn, sent again or is fifteen days old opens nothing',
    ],
  },
  {
    section: 'B',
    n: 45,
    name: 'The last administrator is protected',
    page: '/studio/people/:id',
    verb: 'src/features/institutions/last-administrator.ts',
    test: [
      'src/features/institutions/staff.test.ts',
      'neither leaves nor is removed nor is given an end, also when two remove each other at once',
    ],
  },
  {
    section: 'B',
    n: 46,
    name: 'Seeing one’s own rights',
    page: '/studio/people/:id',
    verb: 'src/features/institutions/list-staff.ts',
    test: ['src/features/institutions/staff.test.ts', 'changes nothing about it themselves, and may leave'],
  },
  {
    section: 'B',
    n: 47,
    name: 'Managing the rights of others',
    page: '/studio/people/:id',
    verb: 'src/features/institutions/change-member.ts',
    test: [
      'src/features/institutions/staff.test.ts',
      'is given by who has it there, never with more, never elsewhere',
    ],
  },
  {
    section: 'B',
    n: 48,
    name: 'Ending a role',
    page: '/studio/people/:id',
    verb: 'src/features/institutions/change-member.ts',
    test: [
      'src/features/institutions/staff.test.ts',
      'loses it at once when it is taken away, and so do the programs they made',
    ],
  },
  {
    section: 'B',
    n: 49,
    name: 'A reader',
    page: '/studio/people/invite',
    verb: 'src/features/institutions/permissions.ts',
    test: ['src/features/institutions/staff.test.ts', 'is shown before signing in, and answered by nobody'],
  },
  {
    section: 'B',
    n: 50,
    name: 'Seeing the pages as someone else',
    page: '/operator/viewing',
    verb: 'src/features/institutions/start-viewing.ts',
    test: [
      'src/app/watch-viewing.test.ts',
      'sees what the learner sees, changes nothing and takes nothing along',
    ],
  },
  {
    section: 'B',
    n: 51,
    name: 'Every change is in the trail',
    page: '/studio/audit',
    verb: 'src/features/audit/append-audit-entry.ts',
    test: ['test/audit.test.ts', '%s is told in the trail'],
  },
  {
    section: 'B',
    n: 52,
    name: 'Every award is in the trail',
    page: '/studio/audit',
    verb: 'src/features/audit/read-trail.ts',
    test: ['src/features/audit/read-trail.test.ts', 'searches its own trail and no other'],
  },
  {
    section: 'B',
    n: 53,
    name: 'A trail that nobody rewrites',
    page: '/studio/audit',
    verb: 'src/features/audit/append-audit-entry.ts',
    test: ['test/wall.test.ts', 'keeps its audit trail: what is appended can be neither changed nor deleted'],
  },
  {
    section: 'B',
    n: 54,
    name: 'SCIM, or another feed from a personnel system',
    absent: 'Roles are given by invitation and end by date or by hand.',
  },
  {
    section: 'I',
    n: 203,
    name: 'Letters in two languages',
    page: '/dev/mail',
    verb: 'src/platform/mail/letter.ts',
    test: [
      'src/platform/mail/letter.test.ts',
      'has a language, one heading, one button, one picture with words, and no more',
    ],
  },
  {
    section: 'I',
    n: 204,
    name: "Sender and language of the institution's letters",
    page: '/studio/institution',
    verb: 'src/features/institutions/change-house-style.ts',
    test: [
      'src/features/institutions/organisation.test.ts',
      'is what letters are written in: sender, answer, line, logo',
    ],
  },
  {
    section: 'I',
    n: 205,
    name: 'Preferences for notices about one design',
    absent: 'A notice would say that someone asked for a badge; learners cannot ask yet.',
  },
  {
    section: 'I',
    n: 206,
    name: 'Digests for staff',
    absent: 'There is nothing to collect: staff get letters about their own invitations only.',
  },
  {
    section: 'I',
    n: 207,
    name: 'Unsubscribing',
    page: '/letters/:token',
    verb: 'src/features/accounts/letter-wishes.ts',
    test: [
      'src/features/accounts/letters.test.ts',
      'do not leave for an address that wants none; the award waits and its institution reads why',
    ],
  },
  {
    section: 'I',
    n: 208,
    name: 'Push messages',
    absent: 'Letters and the backpack tell everything; there is no app of our own.',
  },
  {
    section: 'J',
    n: 209,
    name: 'Terms in versions and languages',
    page: '/studio/terms',
    verb: 'src/features/terms/publish-terms.ts',
    test: [
      'src/features/terms/terms.test.ts',
      'that were published never change, not even for the owner of the table',
    ],
  },
  {
    section: 'J',
    n: 210,
    name: 'Asked again when they change',
    page: '/agree',
    verb: 'src/features/terms/find-terms-to-agree.ts',
    test: [
      'src/features/terms/terms.test.ts',
      'must be agreed to before the first claim, and again when they change',
    ],
  },
  {
    section: 'J',
    n: 211,
    name: 'When one agreed, and to which version',
    page: '/account/consents',
    verb: 'src/features/terms/agree-to-terms.ts',
    test: [
      'src/features/terms/terms.test.ts',
      'keep their ledger: a person adds lines of their own and changes none',
    ],
  },
  {
    section: 'J',
    n: 212,
    name: 'Formal and informal awards apart',
    page: '/claim/:token',
    verb: 'src/features/terms/find-terms-to-agree.ts',
    test: [
      'src/features/terms/terms.test.ts',
      'are asked of edubadges and microcredentials by the formal text, of proofs of competence by the informal',
    ],
  },
  {
    section: 'J',
    n: 213,
    name: 'What is kept no longer is removed',
    page: '/account/data',
    verb: 'src/app/keep-house.ts',
    test: [
      'src/app/person-data.test.ts',
      'goes once a day: codes, sign-ins, sessions, tokens, names of rows',
    ],
  },
  {
    section: 'J',
    n: 214,
    name: 'Identity of a recipient hashed, and never public',
    page: '/c/:id',
    verb: 'src/features/credentials/publish-award.ts',
    test: ['src/features/credentials/credentials.test.ts', 'says nothing that the learner did not choose'],
  },
  {
    section: 'J',
    n: 215,
    name: 'Pages for everybody (WCAG 2.2 AA)',
    page: '/accessibility',
    verb: 'src/web/root.tsx',
    test: ['test/e2e/pages.spec.ts', 'those for everybody are in order'],
  },
];

const SECTIONS = {
  A: 'Organisation',
  B: 'People, identity, access',
  I: 'Letters',
  J: 'Privacy and terms',
} as const;

/** @param pages every path that the pages' router knows, such as `/studio/units/:id` */
export function findFaults(features: readonly Feature[], root: string, pages: readonly string[]): string[] {
  return features.flatMap((feature) => {
    if ('absent' in feature) return [];
    const say = (fault: string) => `${feature.section}${feature.n}: ${fault}`;
    const [file, name] = feature.test;
    const faults: string[] = [];
    if (!pages.includes(feature.page)) faults.push(say(`there is no page ${feature.page}`));
    if (!existsSync(join(root, feature.verb))) faults.push(say(`there is no file ${feature.verb}`));
    const tests = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '';
    if (!tests.includes(name)) faults.push(say(`${file} has no test "${name}"`));
    return faults;
  });
}

export function describeParity(features: readonly Feature[]): string {
  const lines = Object.entries(SECTIONS).flatMap(([section, title]) => [
    `## ${section}. ${title}`,
    '',
    '| # | feature | page | decided in | shown by |',
    '|---|---|---|---|---|',
    ...features
      .filter((feature) => feature.section === section)
      .map((feature) =>
        'absent' in feature
          ? `| ${feature.n} | ${feature.name} | absent | ${feature.absent} | |`
          : `| ${feature.n} | ${feature.name} | \`${feature.page}\` | \`${feature.verb}\` | \`${feature.test[0]}\`: ${feature.test[1].replace('%s', '…')} |`,
      ),
    '',
  ]);
  return [
    '# The baseline, feature by feature',
    '',
    'Generated by `node scripts/generate.ts` from `test/parity/checklist.ts`. The numbers are those of the checklist of the',
    'Dutch national service; `npm run check` refuses a row whose page, file or test does not exist.',
    '',
    ...lines,
  ].join('\n');
}
