/** Lets those who want the same thing have it one after the other, in the order in which they came. */
export class PerStreamQueue {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Does the work once everybody before is done, however it ended for them. */
  async run<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.last.get(name);
    const own = before ? before.then(work, work) : work();
    this.last.set(name, own);
    try {
      return await own;
    } finally {
      if (this.last.get(name) === own) this.last.delete(name);
    }
  }
}
