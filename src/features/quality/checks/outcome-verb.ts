/** An outcome says with an observable verb what someone can do. Judged in every language whose words we know. */
import type { Check, Fault } from '../finding.ts';
import { listJudgeable, primaryOf, tables } from './words/index.ts';

export const checkOutcomeVerb: Check = ({ content, dossier }, { check }) =>
  content.outcomes.flatMap(({ id, text }, at) => {
    const judge = (pointer: string, texts: typeof text | undefined): Fault[] =>
      listJudgeable(texts, tables).flatMap(([language, words, { judgeVerb }]): Fault[] => {
        const fault = judgeVerb(words, check?.words?.[primaryOf(language)] ?? []);
        if (!fault) return [];
        const { reason, ...values } = fault;
        return [{ pointer: `${pointer}/${language}`, reason, values: { outcome: id, ...values } }];
      });
    const inText = judge(`/content/outcomes/${at}/text`, text);
    return inText.length > 0 ? inText : judge(`/dossier/outcomes/${id}/verb`, dossier.outcomes[id]?.verb);
  });
