/** One design on paper, as it was handed in. Pure. */
import { type HandedIn, listContentFacts, listFindings, sayFacts } from './compose-pack.ts';
import { composeDesignBlocks } from './design-blocks.ts';
import { type Paper, plain } from './paper.ts';
import type { Voice } from './paper-words.ts';

export function composeDesignPaper(
  voice: Voice,
  { round, pack, handedIn }: { readonly round: number; readonly pack: string; readonly handedIn: HandedIn },
): Pick<Paper, 'title' | 'lead' | 'body' | 'page' | 'sections'> {
  const { words, say, code } = voice;
  const { content } = handedIn;
  const facts = [
    ...sayFacts(voice, [['kind', code(content.kind)]]),
    ...listContentFacts(voice, content),
    ...sayFacts(voice, [
      ['round', String(round)],
      ['rules', pack],
    ]),
  ];
  return {
    title: say(content.title),
    lead: words.handedInLead,
    body: words.handedIn,
    page: words.page,
    sections: [
      {
        ...plain,
        heading: words.handedInWhat,
        serif: true,
        blocks: [
          { kind: 'facts', rows: facts },
          ...composeDesignBlocks(voice, handedIn),
          ...listFindings(voice, handedIn),
        ],
      },
    ],
  };
}
