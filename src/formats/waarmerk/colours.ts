import { paper, tint } from './inks.ts';
import type { Ground, WaarmerkParameters } from './parameters.ts';

/** The colours of one drawing: three grounds, and the lines on them. */
export type Colours = {
  readonly edge: string;
  readonly field: string;
  readonly heart: string;
  /** First and second line colour of each ground. */
  readonly edgeLine: string;
  readonly fieldLine: string;
  readonly fieldLine2: string;
  readonly figure: string;
  readonly figure2: string;
  readonly paper: string;
  /** Only in blind: the edge and the field are outlined, because nothing is solid. */
  readonly outline?: string;
};

type Part = 'a' | 'b' | 'paper';

/** Edge, field, heart for each ground (DESIGN 10, "Grounds"). */
const grounds: Readonly<Record<Ground, readonly [Part, Part, Part]>> = {
  0: ['a', 'paper', 'b'],
  1: ['a', 'a', 'b'],
  2: ['b', 'paper', 'a'],
  3: ['b', 'a', 'paper'],
};

type Choice = { readonly a: string; readonly b: string; readonly ground: Ground; readonly tinted: boolean };

export function chooseColours({ a, b, ground, tinted }: Choice): Colours {
  const inks = { a, b, paper };
  const [edge, field, heart] = grounds[ground];
  const second = (part: Part, share: number) => {
    if (part === 'paper') return b;
    return tinted ? tint(inks[part], share) : paper;
  };
  return {
    edge: inks[edge],
    field: inks[field],
    heart: inks[heart],
    edgeLine: edge === 'paper' ? a : paper,
    fieldLine: field === 'paper' ? a : paper,
    fieldLine2: second(field, 0.38),
    figure: heart === 'paper' ? a : paper,
    figure2: second(heart, 0.42),
    paper,
  };
}

export function colourRound({ a, b, ground }: WaarmerkParameters): Colours {
  return chooseColours({ a, b, ground, tinted: true });
}

/** For print, stamps and engraving: one black, no tints. */
export function colourMono({ ground }: WaarmerkParameters): Colours {
  return chooseColours({ a: '#000000', b: '#000000', ground, tinted: false });
}

/** Nothing solid, one light ink; for grounds, empty states and awards that are not valid. */
export function colourBlind(ink: string, ground: string): Colours {
  return {
    edge: ground,
    field: ground,
    heart: ground,
    edgeLine: ink,
    fieldLine: ink,
    fieldLine2: ink,
    figure: ink,
    figure2: ink,
    paper: ground,
    outline: ink,
  };
}
