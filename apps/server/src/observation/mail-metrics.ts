import { Gauge, type Registry } from 'prom-client';
import type { MailStatus } from '../mail/mail-status.js';

const FIGURES = [
  ['mail_waiting', 'Mails of notices that are to be sent', 'waiting'],
  ['mail_retried', 'Those that the mail server has not taken yet though it was tried', 'retried'],
  ['mail_failed', 'Mails given up within 24 hours: nobody took them for a day', 'failed'],
] as const;

/** One look at the database serves all figures of one scrape; while it is away they are left out. */
export function observeMail(registry: Registry, status: () => Promise<MailStatus>): void {
  let looking: Promise<MailStatus> | undefined;
  const look = () => (looking ??= status().finally(() => (looking = undefined)));
  for (const [name, help, figure] of FIGURES)
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        // Without labels a reset is a zero, and unknown is none: so the series goes.
        this.remove();
        const now = await look().catch(() => undefined);
        if (now) this.set(now[figure]);
      },
    });
}
