import type { RequestHandler } from 'express';

/** Whether the server is closing, and how many requests are under way. */
export class Lifecycle {
  private underWay = 0;
  private onIdle?: () => void;
  private shuttingDown = false;

  /** From here on the server tells whoever asks that it is not to be sent anything. */
  get closing(): boolean {
    return this.shuttingDown;
  }

  /** Counts the requests; while closing it asks clients not to reuse their connection. */
  readonly middleware: RequestHandler = (_request, response, next) => {
    this.underWay++;
    if (this.shuttingDown) response.setHeader('Connection', 'close');
    response.once('close', this.leave);
    next();
  };

  close(): void {
    this.shuttingDown = true;
  }

  /** Resolves when no request is under way. */
  async idle(): Promise<void> {
    if (this.underWay > 0) await new Promise<void>((resolve) => (this.onIdle = resolve));
  }

  private readonly leave = (): void => {
    this.underWay--;
    if (this.underWay === 0) this.onIdle?.();
  };
}
