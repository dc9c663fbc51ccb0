/**
 * Rests that somebody else can end. A signal combined anew for each would be dear: every runner
 * rests many times a second in a rush.
 */
export class Rest {
  private endCurrent: (() => void) | undefined;
  private endedBetween = false;

  /** Ends the rest at hand, or lets the next one be none. */
  end(): void {
    if (this.endCurrent) this.endCurrent();
    else this.endedBetween = true;
  }

  /** Resolves after so long, or as soon as it is ended or the signal is given. */
  async take(milliseconds: number, signal: AbortSignal): Promise<void> {
    const none = this.endedBetween || signal.aborted;
    this.endedBetween = false;
    if (none) return;
    await new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        this.endCurrent = undefined;
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      signal.addEventListener('abort', end);
      this.endCurrent = end;
    });
  }
}
