import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** One line of PERFORMANCE: what was measured, against what was meant. */
export type Line = {
  readonly name: string;
  /** Null: not measured in this run, so it holds nothing. */
  readonly value: number | null;
  readonly unit: string;
  readonly target: string;
  readonly holds: boolean;
};

export type Target = { readonly atLeast: number } | { readonly atMost: number };

export function measured(name: string, value: number, unit: string, target: Target): Line {
  const holds = 'atLeast' in target ? value >= target.atLeast : value <= target.atMost;
  const words = 'atLeast' in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`;
  return { name, value: round(value), unit, target: `${words} ${unit}`, holds };
}

/** A figure beside which others are read; it has no target of its own. */
export function stated(name: string, value: number, unit: string): Line {
  return { name, value: round(value), unit, target: 'none', holds: true };
}

export function unmeasured(name: string, unit: string, target: string): Line {
  return { name, value: null, unit, target, holds: false };
}

/** How often a second, over at least so many milliseconds, after a quarter of them to warm up. */
export async function ratePerSecond(work: () => unknown, milliseconds = 400): Promise<number> {
  collectGarbage();
  await repeat(work, milliseconds / 4);
  const { times, elapsed } = await repeat(work, milliseconds);
  return (times * 1000) / elapsed;
}

setFlagsFromString('--expose-gc');
/** What the one before left lying about is not cleared away in the time of the next. */
const collectGarbage: () => void = runInNewContext('gc');

async function repeat(work: () => unknown, milliseconds: number) {
  const began = performance.now();
  let times = 0;
  let elapsed = 0;
  // In steps, so that reading the time is not what is measured.
  for (let step = 1; elapsed < milliseconds; step = Math.min(step * 2, 256)) {
    for (let i = 0; i < step; i += 1) await work();
    times += step;
    elapsed = performance.now() - began;
  }
  return { times, elapsed };
}

export async function millisecondsOf(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function round(value: number): number {
  return value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
