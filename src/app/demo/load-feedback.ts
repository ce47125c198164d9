/** What the demo's learners and employers say of three designs: enough of two to be shown, too little of the third. */
import type { PersonActor } from '../../features/audit/index.ts';
import { listBackpack } from '../../features/backpack/index.ts';
import {
  getOwnFeedback,
  giveFeedback,
  leaveRemark,
  recordComplaint,
  replyToFeedback,
} from '../../features/feedback/index.ts';
import { addDays } from '../../platform/calendar.ts';
import type { Deps } from '../deps.ts';
import type { DemoCast } from './cast.ts';
import { at, findActor } from './load-quality.ts';

type Told = {
  readonly design: string;
  readonly version: number;
  readonly moment: 'claim' | 'later';
  /** How many days after the award the first one speaks. */
  readonly after: number;
  readonly most: number;
  readonly words: readonly string[];
};

const TOLD: readonly Told[] = [
  {
    ...{ design: 'land-acquisition', version: 2, moment: 'claim', after: 3, most: 10 },
    words: [
      'The case from our own region made the difference.',
      'More time for the last assignment would help.',
      '',
      'Met colleagues from five countries who work on the same questions.',
      'The reader is long; a reading guide would be welcome.',
    ],
  },
  {
    ...{ design: 'stuko', version: 1, moment: 'later', after: 190, most: 10 },
    words: ['', 'I use the checklist every week.', 'Een vervolg zou welkom zijn.', '', ''],
  },
  {
    ...{ design: 'digitaal-leiderschap', version: 1, moment: 'claim', after: 5, most: 3 },
    words: ['Praktisch en goed te doen naast het werk.'],
  },
];

/** Whoever holds one of these awards, in the order of the cast. */
export async function loadFeedback(
  deps: Deps,
  cast: DemoCast,
  designs: ReadonlyMap<string, string>,
): Promise<void> {
  const learners = [...cast.actors.values()].filter(({ institutionId }) => institutionId === undefined);
  for (const told of TOLD) await tell(deps, learners, told, designs.get(told.design) ?? '');
  await letOthersSpeak(deps, cast, designs);
}

async function tell(deps: Deps, learners: readonly PersonActor[], told: Told, design: string): Promise<void> {
  let spoken = 0;
  for (const learner of learners) {
    const { mine } = await listBackpack(deps, learner);
    const item = mine.find((one) => one.design.id === design && one.design.version === told.version);
    if (item?.state !== 'claimed' || spoken >= told.most) continue;
    const on = addDays(item.awardedOn, told.after + spoken);
    const then = at(deps, on, 18);
    await giveFeedback(then, learner, {
      ...{ award: item.id, moment: told.moment },
      answers: await chooseAnswers(deps, learner, item.id, spoken),
      text: told.words[spoken] ?? '',
    });
    spoken += 1;
  }
}

/** Most can do it on their own; one in five is not sure, and not about everything. */
async function chooseAnswers(deps: Deps, learner: PersonActor, award: string, place: number) {
  const { outcomes } = await getOwnFeedback(deps, learner, { award });
  const per = outcomes.flatMap(({ id }, index) => [
    [`can.${id}`, (place + index) % 5 === 0 ? 2 : 3 + ((place + index) % 2)] as const,
    [`use.${id}`, 1 + ((place + 2 * index + 1) % 3)] as const,
  ]);
  return {
    ...Object.fromEntries(per),
    workload: place % 3 === 0 ? 3 : 2,
    recommend: place % 4 === 3 ? 2 : 3,
  };
}

/** Readers of public credentials, who made it, and who keeps its quality. */
async function letOthersSpeak(
  deps: Deps,
  cast: DemoCast,
  designs: ReadonlyMap<string, string>,
): Promise<void> {
  const design = designs.get('land-acquisition') ?? '';
  const [credential] = await findPublicCredentials(deps, cast, design);
  for (const [place, organisation] of EMPLOYERS.entries())
    if (credential)
      await leaveRemark(at(deps, addDays('2026-10-05', 6 * place)), {
        ...{ credential, organisation, text: place === 2 ? 'Clear what someone can do.' : '' },
        answers: { useful: place === 4 ? 2 : 3, recognisable: place % 2 === 0 ? 3 : 2, again: 3 },
      });
  await replyToFeedback(at(deps, '2026-10-20'), findActor(cast, AUTHOR), { design, ...REPLY });
  await recordComplaint(at(deps, '2026-10-02'), findActor(cast, OFFICER), {
    ...{ design, kind: 'information', receivedOn: '2026-10-01' },
    note: 'The dates of the online sessions were known late.',
  });
}

const AUTHOR = 'p-aldershof';
const OFFICER = 'p-oldenhof';

const EMPLOYERS = [
  'Waterschap Noorderdelta',
  'International Land Fund',
  '',
  'Provinsje',
  'Buro Veldzicht',
] as const;

const REPLY = {
  said: {
    en: 'The reader is long, and the last assignment comes close after it.',
    nl: 'De reader is lang, en de laatste opdracht volgt er kort op.',
  },
  did: {
    en: 'From the next edition there is a reading guide, and a week more for the last assignment.',
    nl: 'Vanaf de volgende editie is er een leeswijzer en een week extra voor de laatste opdracht.',
  },
} as const;

/** Their public ids. */
async function findPublicCredentials(deps: Deps, cast: DemoCast, design: string): Promise<string[]> {
  const learners = [...cast.actors.values()].filter(({ institutionId }) => institutionId === undefined);
  const found: string[] = [];
  for (const learner of learners) {
    const { mine } = await listBackpack(deps, learner);
    for (const item of mine)
      if (item.public && item.state === 'claimed' && item.design.id === design && item.design.version === 2)
        found.push(item.url.split('/').at(-1) ?? '');
  }
  return found;
}
