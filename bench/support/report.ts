/** One figure beside what the bare thing does in the same run. */
export interface Figure {
  what: string;
  unit: 'ms' | 'MB' | '/s';
  measured: number;
  /** The 99th percentile or the worst, where it matters. */
  tail?: number;
  baseline: { what: string; value: number };
  /** What architecture.md asks for; only printed, never judged. */
  target: string;
}

/** A figure a line, for a terminal of 120 columns. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`);
  for (const { what, unit, measured, tail, baseline, target } of figures) {
    const tailText = tail === undefined ? '' : ` (p99 ${number(tail)})`;
    console.log(
      `  ${what.padEnd(44)} ${number(measured).padStart(7)} ${unit}${tailText.padEnd(14)}` +
        ` | ${baseline.what}: ${number(baseline.value)} ${unit} | asked for: ${target}`,
    );
  }
}

function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** The value below which this share (0..1) of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Milliseconds of each of `times` runs after `warmUps` that are thrown away. */
export async function timeEach(
  times: number,
  run: (at: number) => unknown,
  warmUps = 5,
): Promise<number[]> {
  for (let at = 0; at < warmUps; at += 1) await run(at);
  const samples: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const start = performance.now();
    await run(at);
    samples.push(performance.now() - start);
  }
  return samples;
}
