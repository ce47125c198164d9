/** One of everything that has a page, from the demo and from Groningen's own program. */
import { expect, type Page } from '@playwright/test';
import { openLetter, signIn } from './support.ts';

export type Exhibits = {
  readonly origin: string;
  readonly design: string;
  readonly title: string;
  readonly issuer: string;
  /** `/c/…` of a public credential, `/claim/…` of an open offer. */
  readonly badge: string;
  readonly claim: string;
  readonly learner: string;
  readonly publicItem: string;
  readonly privateItem: string;
  readonly award: string;
  /** Still within its undo window. */
  readonly batch: string;
};

/** One for each worker, so that two do not fill one backpack at the same moment. */
const LEARNERS = [
  { name: 'Nguyễn Thị Thanh Hương', email: 'huong.nguyen@example.org' },
  { name: 'Olena Kovalenko', email: 'olena.kovalenko@example.org' },
] as const;
type Learner = (typeof LEARNERS)[number];

const EVERYTHING = { showName: true, showResult: true, showEvidence: true, olderPlatforms: true };

/** The house's own interface, as the one who is signed in or as the program with that token. */
type Ask = (method: 'get' | 'post' | 'put', path: string, body?: object) => Promise<unknown>;
type Item = { readonly id: string; readonly design: { readonly id: string }; readonly url: string };

export async function prepareExhibits(page: Page, worker: number): Promise<Exhibits> {
  const person = LEARNERS[worker % 2 === 0 ? 0 : 1];
  await page.goto('/');
  const { origin } = new URL(page.url());
  const program = askWith(page, { authorization: `Bearer ${await askToken(page)}` });
  const { items } = (await program('get', '/api/v1/catalogue?provider=groningen')) as {
    items: { id: string; issuer: string; title: Record<string, string>; kind: string }[];
  };
  const [chosen, second] = items.filter(({ kind }) => kind === 'microcredential').slice(-2);
  if (!chosen || !second) throw new Error('The demo has too few titles.');
  const grant = async (body: object) =>
    (await program('post', '/api/v1/awards', { design: chosen.id, ...body })) as { id: string };
  const mark = crypto.randomUUID().slice(0, 8);
  const someone = (name: string) => ({
    ...{ email: `${name}-${mark}@example.org`, name: `${name} ${mark}` },
    audience: 'professionals',
  });
  const award = await grant({ recipients: [{ ...someone('open'), narrative: 'For a clear account.' }] });
  const batch = await grant({ recipients: [someone('first'), someone('second')], undo: 'PT30M' });

  await signIn(page, 'learner', person.name, '/backpack');
  const learner = askWith(page, { origin });
  const hold = async (design: string) => await holdItem({ program, learner, person, design });
  const [publicItem, privateItem] = [await hold(chosen.id), await hold(second.id)];
  await learner('put', `/api/v1/awards/${publicItem.id}/publication`, EVERYTHING);
  await openLetter(page, `open-${mark}@example.org`, chosen.title.en ?? '');
  const link = await page.locator('pre a[href*="/claim/"]').first().getAttribute('href');
  return {
    origin,
    design: chosen.id,
    title: chosen.title.en ?? '',
    issuer: chosen.issuer,
    badge: new URL(publicItem.url).pathname,
    claim: new URL(link ?? '').pathname,
    learner: person.name,
    publicItem: publicItem.id,
    privateItem: privateItem.id,
    award: award.id,
    batch: batch.id,
  };
}

function askWith(page: Page, headers: Record<string, string>): Ask {
  return async (method, path, body) => {
    const answer = await page.request[method](path, { headers, ...(body ? { data: body } : {}) });
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    return answer.status() === 204 ? undefined : await answer.json();
  };
}

async function askToken(page: Page): Promise<string> {
  const answer = await page.request.post('/oauth/token', {
    headers: { authorization: `Basic ${btoa('demo-groningen:demo-secret')}` },
    form: { grant_type: 'client_credentials' },
  });
  return (await answer.json()).access_token;
}

/** In the learner's backpack and theirs; a house that was used before has it already. */
async function holdItem(by: { program: Ask; learner: Ask; person: Learner; design: string }): Promise<Item> {
  const find = async () => {
    const { waiting, mine } = (await by.learner('get', '/api/v1/backpack')) as {
      waiting: Item[];
      mine: Item[];
    };
    const held = (items: Item[]) => items.find(({ design }) => design.id === by.design);
    return { mine: held(mine), waiting: held(waiting) };
  };
  const before = await find();
  if (before.mine) return before.mine;
  if (!before.waiting) {
    const narrative = 'You chose well, and said why.';
    const evidence = [{ name: 'Report', url: 'https://example.org/report' }];
    const recipients = [{ ...by.person, narrative, evidence, audience: 'professionals' }];
    await by.program('post', '/api/v1/awards', { design: by.design, recipients });
  }
  const { waiting } = await find();
  await by.learner('post', `/api/v1/awards/${waiting?.id}/claim`);
  const after = await find();
  if (!after.mine) throw new Error('What was claimed is not in the backpack.');
  return after.mine;
}
