/** Milliseconds that a line waits for others: writing to a pipe is synchronous and dear. */
const DELAY = 20;

/** Writes lines to standard output, several at a time. A crash loses what waits; a normal end does not. */
export class LineWriter {
  private lines: string[] = [];
  private timer?: NodeJS.Timeout;

  write(line: string): void {
    this.lines.push(line);
    this.timer ??= setTimeout(() => this.flush(), DELAY);
  }

  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.lines.length === 0) return;
    process.stdout.write(`${this.lines.join('\n')}\n`);
    this.lines = [];
  }
}
