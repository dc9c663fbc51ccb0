/**
 * Runs work under the same name one piece after the other, in the order in which it came; work
 * under different names runs side by side.
 */
export class PerStreamQueue {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Runs the work once all earlier work under the name has ended, also where that failed. */
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
