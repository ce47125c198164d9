import type { Finding, Judged } from './finding.ts';
export function judgeDesign(_judged: Judged): Finding[] {
  return [];
}
