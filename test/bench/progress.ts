/** Milliseconds between two lines. */
const EVERY = 5_000;

/**
 * Says on standard error how far a preparation is, now and then: what it makes is no result.
 *
 * @returns to be called with how many are done
 */
export function progress(what: string, total: number): (done: number) => void {
  const began = performance.now();
  let said = began;
  return (done) => {
    const now = performance.now();
    if (done < total && now - said < EVERY) return;
    said = now;
    const seconds = (now - began) / 1_000;
    const [of, rate] = [total, done / Math.max(seconds, 0.001)].map((each) =>
      Math.round(each).toLocaleString('en'),
    );
    process.stderr.write(`${what}: ${done.toLocaleString('en')} of ${of}, ${rate}/s\n`);
  };
}
