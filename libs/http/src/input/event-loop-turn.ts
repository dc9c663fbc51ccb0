let last = Promise.resolve();

/**
 * Resolves in a round of the event loop that no other caller gets, at the earliest the next one. Of
 * long pieces of work only one then runs in each round: between two of them the server answers
 * other requests, and notices senders who have hung up.
 */
export function nextEventLoopTurn(): Promise<void> {
  const round = () => new Promise<void>((resolve) => setImmediate(resolve));
  return (last = last.then(round));
}
