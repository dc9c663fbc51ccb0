import { HttpProblem } from '@app/http';

/**
 * For whom a password is hashed. Who is signed in goes first, then who signs in where they have
 * signed in before, then everybody else.
 */
const RANKS = ['signed-in', 'acquainted', 'stranger'] as const;

/** Hashes that may wait at once in each rank: with a third of a second each on two cores, ten seconds. */
export const ROOM = 60;

/** Of these, as many as one party may have. */
export const SHARE = 10;

/** Who waits for a hash. */
export interface Turn {
  readonly rank: (typeof RANKS)[number];
  /** Whose share of the room it takes: a user, a place where one is known, a network. */
  readonly party: string;
  /** Aborted once nobody waits for the answer; default never. */
  readonly asked?: AbortSignal;
}

interface Waiting {
  readonly party: string;
  readonly begin: () => void;
}

/**
 * The order in which passwords are hashed, some at a time. Every rank has room of its own: however
 * many strangers wait, whoever is known gets in, and before them.
 */
export class HashQueue {
  private busy = 0;
  private readonly waiting = new Map<string, Waiting[]>(RANKS.map((rank) => [rank, []]));

  /** @param lanes hashes at once: each takes 128 MiB and a third of a second of one core */
  constructor(private readonly lanes: number) {}

  /**
   * Does the work when its turn has come.
   *
   * @throws HttpProblem 503 `sign-ins-full` when too many of its rank wait, 429 `too-many-attempts`
   *   when too many of its party do; the signal's reason when it is aborted before its turn
   */
  async take<Result>(turn: Turn, work: () => Promise<Result>): Promise<Result> {
    turn.asked?.throwIfAborted();
    await this.enter(turn);
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private async enter({ rank, party, asked }: Turn): Promise<void> {
    if (this.busy < this.lanes) {
      this.busy++;
      return;
    }
    const line = this.waiting.get(rank)!;
    if (line.filter((other) => other.party === party).length >= SHARE) throw tooManyOfOne();
    if (line.length >= ROOM) throw full();
    await new Promise<void>((resolve, reject) => {
      const give = () => {
        line.splice(line.indexOf(waiting), 1);
        reject(asked!.reason as Error);
      };
      const begin = () => {
        asked?.removeEventListener('abort', give);
        resolve();
      };
      const waiting = { party, begin };
      asked?.addEventListener('abort', give, { once: true });
      line.push(waiting);
    });
  }

  /** The place goes to the next in the queue, so that nobody slips in between. */
  private leave(): void {
    for (const rank of RANKS) {
      const next = this.waiting.get(rank)!.shift();
      if (next) return next.begin();
    }
    this.busy--;
  }
}

function full(): HttpProblem {
  return new HttpProblem(503, 'sign-ins-full', {
    says: {
      zh: '等待核对密码的请求过多，请稍后重试',
      en: 'too many wait for a password to be checked; try again later',
    },
    headers: { 'Retry-After': '10' },
  });
}

function tooManyOfOne(): HttpProblem {
  return new HttpProblem(429, 'too-many-attempts', {
    says: {
      zh: '同时尝试次数过多，请稍后再试',
      en: 'too many attempts at once; try again in a moment',
    },
    headers: { 'Retry-After': '3' },
  });
}
