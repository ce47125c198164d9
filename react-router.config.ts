import type { Config } from '@react-router/dev/config';
import { buildBehaviours } from './vite.behaviours.ts';

export default {
  appDirectory: 'src/web',
  buildDirectory: 'build',
  ssr: true,
  buildEnd: buildBehaviours,
} satisfies Config;
