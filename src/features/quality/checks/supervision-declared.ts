/** Every assessment says who watches and how someone's identity is checked. */
import type { Check, Fault } from '../finding.ts';
import { isSaid } from './said.ts';

export const checkSupervisionDeclared: Check = ({ content }) =>
  content.assessments.flatMap(({ id, supervision, identityCheck }, at): Fault[] => {
    const values = { assessment: id };
    const pointer = `/content/assessments/${at}`;
    return [
      ...(supervision
        ? []
        : [{ pointer: `${pointer}/supervision`, reason: 'supervision-missing' as const, values }]),
      ...(isSaid(identityCheck)
        ? []
        : [{ pointer: `${pointer}/identityCheck`, reason: 'identity-check-missing' as const, values }]),
    ];
  });
