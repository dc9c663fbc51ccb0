/** What is measured, and in which unit of work. */
export interface Titled {
  readonly name: string;
  readonly unit: string;
}

/** What one repetition showed. */
export interface Measured {
  readonly perSecond: number;
  /** How long each step took. */
  readonly milliseconds: readonly number[];
}

/** One line of JSON for each subject; the first one's `ratioTo` compares its median with every other's. */
export function report(
  { name, unit }: Titled,
  measured: ReadonlyMap<string, readonly Measured[]>,
): void {
  const raw = medianOf(measured.get('raw') ?? []);
  const [first] = measured.values();
  for (const [subject, reps] of measured) {
    const rates = reps.map(({ perSecond }) => perSecond).sort((a, b) => a - b);
    const times = reps.flatMap(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
    const line = {
      case: name,
      subject,
      unit,
      median: Math.round(medianOf(reps)),
      min: Math.round(rates[0]!),
      max: Math.round(rates.at(-1)!),
      reps: reps.length,
      p50ms: rounded(quantile(times, 0.5)),
      p99ms: rounded(quantile(times, 0.99)),
      ratioToRaw: rounded(medianOf(reps) / raw),
      ...(reps === first && { ratioTo: ratios(measured, reps) }),
    };
    process.stdout.write(JSON.stringify(line) + '\n');
  }
}

function ratios(
  measured: ReadonlyMap<string, readonly Measured[]>,
  first: readonly Measured[],
): Record<string, number> {
  return Object.fromEntries(
    [...measured]
      .filter(([, reps]) => reps !== first)
      .map(([name, reps]) => [name, rounded(medianOf(first) / medianOf(reps))]),
  );
}

function medianOf(reps: readonly Measured[]): number {
  const rates = reps.map(({ perSecond }) => perSecond).sort((a, b) => a - b);
  const middle = Math.floor(rates.length / 2);
  return rates.length % 2 === 1 ? rates[middle]! : (rates[middle - 1]! + rates[middle]!) / 2;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
