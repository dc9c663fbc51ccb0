import { createTransport } from 'nodemailer';
import type { Post } from './mailer.js';

/** Where mail is handed in. */
export interface MailOptions {
  /** `smtp://user:password@host:587`, or `smtps://…`. */
  readonly smtpUrl: string;
  /** The sender's address; default: `service-centre@` and the host of `smtpUrl`. */
  readonly from?: string;
}

/** Milliseconds for which a mail server that says nothing is waited for. */
const PATIENCE = '15000';

/** The mail server that the operator named; each mail has a connection of its own. */
export function smtpPost({ smtpUrl, from }: MailOptions): Post {
  const url = new URL(smtpUrl);
  for (const limit of ['connectionTimeout', 'greetingTimeout', 'socketTimeout'])
    if (!url.searchParams.has(limit)) url.searchParams.set(limit, PATIENCE);
  const transport = createTransport(url.href);
  const sender = from ?? `service-centre@${url.hostname}`;
  return {
    send: (letter) => transport.sendMail({ from: sender, ...letter }),
    close: () => transport.close(),
  };
}
