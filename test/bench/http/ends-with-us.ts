/**
 * Sees to it that a process which a bench started does not outlive this one, as it would after a signal.
 *
 * @returns what takes that back, once the other has ended
 */
export function endsWithUs(end: () => void): () => void {
  process.on('exit', end);
  return () => void process.off('exit', end);
}
