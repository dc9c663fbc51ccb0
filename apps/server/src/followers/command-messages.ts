import type { CommandRequest } from '@app/event-store';
import { CommandSender, endAs, type Outcome } from '@app/processes';
import type { FromFollowers } from './messages.js';

/** Sends the commands of processes from their thread to the one that takes those of people. */
export class CommandMessages extends CommandSender {
  private last = 0;
  private readonly sent = new Map<number, (outcome: Outcome) => void>();

  constructor(private readonly tell: (message: FromFollowers) => void) {
    super();
  }

  async send(category: string, request: CommandRequest): Promise<void> {
    const command = ++this.last;
    const outcome = new Promise<Outcome>((resolve) => this.sent.set(command, resolve));
    this.tell({ command, category, request });
    endAs(await outcome);
  }

  /** What became of one of them. */
  answer(command: number, outcome: Outcome): void {
    this.sent.get(command)?.(outcome);
    this.sent.delete(command);
  }
}
