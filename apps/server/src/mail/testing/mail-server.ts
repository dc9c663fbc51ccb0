import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What a mail server was given, as it lies in a mailbox. */
export interface Taken {
  readonly to: readonly string[];
  readonly raw: string;
}

/** A real mail server in this process, which refuses as many mails as it is told to before it takes one. */
export class MailServer {
  readonly taken: Taken[] = [];
  /** Mails that it refuses from now on. */
  refusals = 0;
  /** It takes what it is sent, and says nothing to it. */
  silent = false;

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<MailServer> {
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      closeTimeout: 100,
      onData(stream, session, done) {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          if (made.silent) return;
          if (made.refusals-- > 0) return done(new Error('the disk is full'));
          const to = session.envelope.rcptTo.map(({ address }) => address);
          made.taken.push({ to, raw: Buffer.concat(parts).toString() });
          done();
        });
      },
    });
    const made = new MailServer(smtp);
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    return made;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}
