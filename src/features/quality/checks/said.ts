/** Whether a text says anything: a place-holder is not a statement. */
import type { Text } from '../../../formats/index.ts';

const PLACE_HOLDER =
  /^(\W*|t\.?b\.?[ad]\.?|to ?do|n\/?a|n\.?v\.?t\.?|none|geen|x+|lorem ipsum.*|to be (determined|decided|done|added|written|completed|confirmed|announced).*|(nog )?(in te vullen|aan te vullen|te bepalen)|(wordt|komt|volgt) (nog|later).*|nog te (bepalen|schrijven|doen).*|(follows|coming) later)\W*$/i;

export function isSaid(text: Text | undefined): text is Text {
  return text !== undefined && Object.values(text).some((words) => !PLACE_HOLDER.test(words.trim()));
}
