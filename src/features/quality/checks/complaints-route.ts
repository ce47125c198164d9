/** Someone who is wronged finds here where to go, with a complaint and in appeal. */
import type { Check, Fault } from '../finding.ts';
import { isSaid } from './said.ts';
import { listJudgeable, tables } from './words/index.ts';

/** An address of post, mail, web or telephone. */
const CONTACT =
  /[\w.+-]+@[\w-]+\.|https?:|www\.|\b[\w-]+\.(?:nl|eu|com|org|edu|net|example)\b|\+?\d(?:[\s().-]?\d){7,}|\b\d{4} ?[A-Z]{2}\b|\b(?:P\.?O\.? box|Postbus) \d/i;

export const checkComplaintsRoute: Check = ({ dossier }) => {
  const pointer = '/dossier/statements/complaints';
  const statement = dossier.statements.complaints;
  if (!isSaid(statement?.text)) return [{ pointer, reason: 'complaints-missing' }];
  const judged = listJudgeable(statement.text, tables);
  const lacks = (named: 'complaint' | 'appeal') =>
    judged.length > 0 && !judged.some(([, words, table]) => table[named].test(words));
  const hasContact =
    statement.url !== undefined || Object.values(statement.text).some((words) => CONTACT.test(words));
  return [
    ...(lacks('complaint') ? [{ pointer, reason: 'complaints-without-complaint' } satisfies Fault] : []),
    ...(lacks('appeal') ? [{ pointer, reason: 'complaints-without-appeal' } satisfies Fault] : []),
    ...(hasContact ? [] : [{ pointer, reason: 'complaints-without-contact' } satisfies Fault]),
  ];
};
