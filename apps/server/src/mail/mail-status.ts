import type { DataSource } from 'typeorm';

/** How the mails of notices stand, by what the database says; all 0 where no mail server is named. */
export interface MailStatus {
  /** Mails that are to be sent. */
  readonly waiting: number;
  /** Those of them that a mail server has not taken yet though it was tried. */
  readonly retried: number;
  /** When the oldest of those that wait was given. */
  readonly oldestWaiting?: string;
  /** Mails that were given up within the last 24 hours, by the service's clock: nobody took them for a day. */
  readonly failed: number;
  /** Why the last one of those that wait was not taken; absent where none was refused. */
  readonly failure?: string;
}

interface Row extends Omit<MailStatus, 'oldestWaiting' | 'failure'> {
  readonly oldest: Date | null;
  readonly failure: string | null;
}

const LOOK = `
  SELECT count(*)::int AS waiting, count(*) FILTER (WHERE attempts > 0)::int AS retried,
    min(n.given_at) AS oldest,
    (array_agg(fault ORDER BY d.next_at DESC) FILTER (WHERE fault IS NOT NULL))[1] AS failure,
    (SELECT count(*) FROM mail.delivery WHERE outcome = 'failed'
      AND next_at > (SELECT service_clock.now()) - interval '1 day')::int AS failed
  FROM mail.delivery d LEFT JOIN read_model.notice n ON n.notice = d.notice
  WHERE d.outcome IS NULL`;

/** How the mails stand, whichever process sends them. */
export async function mailStatus(dataSource: DataSource): Promise<MailStatus> {
  const [row] = await dataSource.query<Row[]>(LOOK);
  const { oldest, failure, ...counts } = row!;
  return {
    ...counts,
    ...(oldest && { oldestWaiting: oldest.toISOString() }),
    ...(failure !== null && { failure }),
  };
}
