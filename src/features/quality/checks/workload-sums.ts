/** What people do adds up to the load that is promised. */
import type { Check } from '../finding.ts';
import { hoursOf } from './load.ts';

const HUNDREDTH = 0.01;

export const checkWorkloadSums: Check = ({ content, dossier, pack }, { check }) => {
  const pointer = '/dossier/workload/activities';
  const hours = hoursOf(content.workload, pack.limits.hoursPerEcts);
  const { activities } = dossier.workload;
  if (activities.length === 0) return [{ pointer, reason: 'workload-not-divided' }];
  const total = Math.round(activities.reduce((sum, one) => sum + one.hours, 0) * 100) / 100;
  if (hours === undefined || Math.abs(total - hours) <= hours * (check?.max ?? HUNDREDTH) + 1e-9) return [];
  return [
    {
      pointer,
      reason: 'workload-does-not-sum',
      values: { total, hours: Math.round(hours * 100) / 100 },
    },
  ];
};
