/**
 * How often a test of faults tries its luck: `short` times in `npm test`, `full` times under
 * `npm run faults`, where nobody waits for it.
 */
export function rounds({ short, full }: { readonly short: number; readonly full: number }): number {
  return process.env['FAULTS'] === 'full' ? full : short;
}
