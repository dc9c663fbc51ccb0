import type { DataSource, EntityManager } from 'typeorm';
import type { NoticeAbout } from '@app/notices';

/** Minutes over which a mail is tried. */
export const TRIED_FOR = 24 * 60;

/** The longest pause between two attempts, in minutes. */
const LONGEST_PAUSE = 120;

/** A notice whose mail is due. */
export interface Due {
  readonly notice: string;
  readonly employee: string;
  /** Null: it is about none. */
  readonly ticket: string | null;
  readonly district: string | null;
  readonly about: NoticeAbout;
  /** Attempts that have failed. */
  readonly attempts: number;
  /** The day over which it is tried is past: this attempt is the last. */
  readonly last: boolean;
}

/** What an attempt came to: done with it, or to be tried again; with what kept it from being taken. */
export interface Attempt {
  readonly outcome: 'sent' | 'failed' | 'no-mailbox' | 'again';
  readonly fault?: string;
}

const BEGIN = `
  INSERT INTO mail.delivery (notice, next_at)
  SELECT notice, given_at FROM read_model.notice n
  WHERE given_at > service_clock.now() - make_interval(mins => $1)
    AND NOT EXISTS (SELECT FROM mail.delivery d WHERE d.notice = n.notice)
  ON CONFLICT DO NOTHING`;

const CLAIM = `
  SELECT d.notice, d.attempts, n.employee, n.ticket, n.district, n.about,
    n.given_at + make_interval(mins => $1) <= service_clock.now() AS last
  FROM mail.delivery d JOIN read_model.notice n ON n.notice = d.notice
  WHERE d.outcome IS NULL AND d.next_at <= service_clock.now()
  ORDER BY d.next_at LIMIT 1 FOR UPDATE OF d SKIP LOCKED`;

const DONE = 'UPDATE mail.delivery SET outcome = $2, fault = $3 WHERE notice = $1';

/** The pause doubles from a minute on; the last attempt is made when the day is over. */
const AGAIN = `
  UPDATE mail.delivery d SET attempts = attempts + 1, fault = $4, next_at = least(
    service_clock.now() + make_interval(mins => least(2 ^ attempts, $2)::int),
    greatest(n.given_at + make_interval(mins => $3), service_clock.now()))
  FROM read_model.notice n WHERE n.notice = d.notice AND d.notice = $1`;

/**
 * The mails that are due, claimed one at a time: a claim lasts as long as its transaction, so that
 * of several workers none sends what another is sending, and a death gives it back.
 */
export class Deliveries {
  constructor(private readonly dataSource: DataSource) {}

  /** Lets one that is due be tried. @returns whether there was one */
  async takeOne(attempt: (due: Due) => Promise<Attempt>): Promise<boolean> {
    await this.dataSource.query(BEGIN, [TRIED_FOR]);
    return this.dataSource.transaction(async (manager) => {
      const [due] = await manager.query<Due[]>(CLAIM, [TRIED_FOR]);
      if (!due) return false;
      await mark(manager, due.notice, await attempt(due));
      return true;
    });
  }
}

async function mark(
  manager: EntityManager,
  notice: string,
  { outcome, fault }: Attempt,
): Promise<void> {
  if (outcome === 'again')
    await manager.query(AGAIN, [notice, LONGEST_PAUSE, TRIED_FOR, fault ?? null]);
  else await manager.query(DONE, [notice, outcome, fault ?? null]);
}
