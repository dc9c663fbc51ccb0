let last = Promise.resolve();

/**
 * Resolves when it is one's turn, at the earliest in the next round of the event loop. Pieces of work
 * that take a while pass one at a time in each round: however many are ready at once, between two of
 * them others are answered, and whose sender has hung up is heard of.
 */
export function nextEventLoopTurn(): Promise<void> {
  const round = () => new Promise<void>((resolve) => setImmediate(resolve));
  return (last = last.then(round));
}
