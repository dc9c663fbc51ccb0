/** Asks for many at a time: while one question is under way, all that is asked meanwhile goes into the next. */
export class Batcher<Value> {
  private waiting = new Set<string>();
  private next: Promise<ReadonlyMap<string, Value>> | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly ask: (names: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  ) {}

  /** The answer for all that was asked with these, and so also for them. */
  of(names: Iterable<string>): Promise<ReadonlyMap<string, Value>> {
    for (const name of names) this.waiting.add(name);
    return (this.next ??= this.inTurn());
  }

  private inTurn(): Promise<ReadonlyMap<string, Value>> {
    const answer = this.running.then(() => {
      const names = [...this.waiting];
      this.waiting = new Set();
      this.next = undefined;
      return this.ask(names);
    });
    this.running = answer.catch(() => undefined);
    return answer;
  }
}
