import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '@app/clock';
import type { Contexts } from '@app/event-store';
import { instant } from '@app/kernel';
import { mailboxStreams, noticeStreams } from '@app/notices';
import { send, type CommandSender } from '@app/processes';
import { requestOf } from '@app/processes/src/request.js';
import type { FailureLogger } from '../followers/failure-log.js';
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
  readonly logger: FailureLogger;
}

/** Milliseconds between two looks for mails that are due. */
const PAUSE = 5_000;

/** Of a mail server that keeps failing, one line in so many milliseconds. */
const QUIET_MS = 60_000;

/** Milliseconds for which a mail at hand is waited for as the service ends. */
const PARTING = 2_000;

/**
 * Sends the mails of notices, beside everything else: nothing waits for it. A mail that was taken by
 * the mail server is noted with its notice, then marked. A crash before the mark sends it once more, under
 * the same Message-ID; one before the mail was taken sends it for the first time. So does an end that
 * does not wait for a mail server that hangs.
 */
export class Mailer {
  /** What went wrong last; gone once a mail goes. */
  failure: string | undefined;
  private readonly stopping = new AbortController();
  private readonly parted = new AbortController();
  private toldAt: number | undefined;
  private running: Promise<void> | undefined;

  /** @param pause milliseconds between two looks; default: five seconds */
  constructor(
    private readonly parts: MailerParts,
    private readonly pause = PAUSE,
  ) {}

  start(): void {
    this.running ??= this.run(this.stopping.signal);
  }

  /** Ends after the mail at hand, or without it where that takes longer than two seconds. */
  async stop(): Promise<void> {
    this.stopping.abort();
    const parting = setTimeout(() => this.parted.abort(), PARTING);
    await this.running;
    clearTimeout(parting);
    this.parts.post.close();
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        while (!signal.aborted && (await this.parts.deliveries.takeOne(this.attempt))) continue;
      } catch (error) {
        if (!signal.aborted) this.failed(error);
      }
      await sleep(this.pause, undefined, { signal }).catch(() => undefined);
    }
  }

  private readonly attempt = async (due: Due): Promise<Attempt> => {
    const { contexts, post } = this.parts;
    const mailbox = await contexts.read(mailboxStreams, due.employee);
    if (!mailbox) return { outcome: 'no-mailbox' };
    try {
      await this.unlessParted(post.send(letterOf(due, mailbox)));
    } catch (error) {
      this.parted.signal.throwIfAborted();
      const fault = this.failed(error);
      if (!due.last) return { outcome: 'again', fault };
      await this.note(due, 'RecordNoticeMailFailed', 1, { attempts: due.attempts + 1 });
      return { outcome: 'failed', fault };
    }
    this.recovered();
    await this.note(due, 'RecordNoticeMailed', 0);
    return { outcome: 'sent' };
  };

  private unlessParted(sent: Promise<unknown>): Promise<unknown> {
    const { signal } = this.parted;
    return new Promise((resolve, reject) => {
      const part = () => reject(signal.reason as Error);
      signal.addEventListener('abort', part);
      const settled = sent.finally(() => signal.removeEventListener('abort', part));
      settled.then(resolve, reject);
    });
  }

  /** In the log stands what kind of failure it is: what the mail server says may name a person. */
  private failed(error: unknown): string {
    this.failure = error instanceof Error ? error.message : String(error);
    const { code = 'unknown', responseCode } = error as MailError;
    if (this.toldAt === undefined || performance.now() - this.toldAt >= QUIET_MS) {
      this.toldAt = performance.now();
      this.parts.logger.error({ message: 'mail failing', error: code, answer: responseCode });
    }
    return this.failure;
  }

  private recovered(): void {
    this.failure = undefined;
    if (this.toldAt === undefined) return;
    this.toldAt = undefined;
    this.parts.logger.log({ message: 'mail recovered' });
  }

  /** With the notice itself; sent again under the same id, it changes nothing. */
  private async note({ notice }: Due, type: string, number: number, data = {}): Promise<void> {
    const { clock, sender } = this.parts;
    const cause = { process: 'mail', eventId: notice, correlationId: notice, number };
    const now = instant(clock.now);
    const command = send(noticeStreams, notice, type, data);
    await sender.send(noticeStreams.category, requestOf(cause, command, now, now));
  }
}

/** What nodemailer says of a failure: its own code, and the code with which the mail server answered, if it did. */
interface MailError {
  readonly code?: string;
  readonly responseCode?: number;
}
