import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '@app/clock';
import type { Contexts } from '@app/event-store';
import { instant } from '@app/kernel';
import { mailboxStreams, noticeStreams } from '@app/notices';
import { send, type CommandSender } from '@app/processes';
import { requestOf } from '@app/processes/src/request.js';
import type { Attempt, Deliveries, Due } from './deliveries.js';
import { letterOf, type Letter } from './letter.js';

/** Hands a mail to the mail server. */
export interface Post {
  /** @throws whatever keeps it from being taken */
  send(letter: Letter): Promise<unknown>;
  close(): void;
}

/** What mailing stands on. */
export interface MailerParts {
  readonly deliveries: Deliveries;
  readonly contexts: Contexts;
  readonly sender: CommandSender;
  readonly clock: Clock;
  readonly post: Post;
}

/** Milliseconds between two looks for mails that are due. */
const PAUSE = 5_000;

/**
 * Sends the mails of notices, beside everything else: nothing waits for it. A mail that was taken by
 * the mail server is noted with its notice, then marked. A crash before the mark sends it once more, under
 * the same Message-ID; one before the mail was taken sends it for the first time.
 */
export class Mailer {
  /** What went wrong last; gone once a mail goes. */
  failure: string | undefined;
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  /** @param pause milliseconds between two looks; default: five seconds */
  constructor(
    private readonly parts: MailerParts,
    private readonly pause = PAUSE,
  ) {}

  start(): void {
    this.running ??= this.run(this.stopping.signal);
  }

  /** Ends after the mail at hand. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    this.parts.post.close();
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        while (!signal.aborted && (await this.parts.deliveries.takeOne(this.attempt))) continue;
      } catch (error) {
        this.failure = reasonOf(error);
      }
      await sleep(this.pause, undefined, { signal }).catch(() => undefined);
    }
  }

  private readonly attempt = async (due: Due): Promise<Attempt> => {
    const { contexts, post } = this.parts;
    const mailbox = await contexts.read(mailboxStreams, due.employee);
    if (!mailbox) return 'no-mailbox';
    try {
      await post.send(letterOf(due, mailbox));
    } catch (error) {
      this.failure = reasonOf(error);
      if (!due.last) return 'again';
      await this.note(due, 'RecordNoticeMailFailed', 1, { attempts: due.attempts + 1 });
      return 'failed';
    }
    this.failure = undefined;
    await this.note(due, 'RecordNoticeMailed', 0);
    return 'sent';
  };

  /** With the notice itself; sent again under the same id, it changes nothing. */
  private async note({ notice }: Due, type: string, number: number, data = {}): Promise<void> {
    const { clock, sender } = this.parts;
    const cause = { process: 'mail', eventId: notice, correlationId: notice, number };
    const now = instant(clock.now);
    const command = send(noticeStreams, notice, type, data);
    await sender.send(noticeStreams.category, requestOf(cause, command, now, now));
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
