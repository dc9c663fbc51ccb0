import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_MS = 20;
const LONGEST_MS = 1_000;

/** Waits before the `attempt`-th (from 0) try: doubling up to a second, at random within the upper half. */
export async function backOff(attempt: number, signal?: AbortSignal): Promise<void> {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  await sleep(longest * (0.5 + Math.random() / 2), undefined, { signal, ref: true }).catch(
    () => undefined,
  );
}
