import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { HttpProblem } from '@app/http';
import type { Turn } from '../users/hash-queue.js';
import { Acquaintances } from './acquaintances.js';
import { networkOf } from './network.js';

/** Seconds in which failures are counted: a quarter of an hour. */
const WHILE = 900;

/**
 * Slows down whoever guesses passwords, and keeps nobody else out: failures count against the login
 * at the address that they come from. A looser brake goes by the login alone, for guesses that come
 * from many addresses; it does not hold where the login has been signed in with before, which the database
 * remembers. Both count in this process, and from its start.
 */
@Injectable()
export class SignInLimit {
  /** Failures of one login from one address. */
  private readonly failures = new RateLimiterMemory({
    keyPrefix: 'login at address',
    points: 10,
    duration: WHILE,
  });
  /** Failures of one login from addresses that it is not known at. */
  private readonly strangers = new RateLimiterMemory({
    keyPrefix: 'login',
    points: 100,
    duration: WHILE,
  });
  /** Failures of one signed-in user to confirm its password. */
  private readonly confirmations = new RateLimiterMemory({
    keyPrefix: 'own',
    points: 10,
    duration: WHILE,
  });
  /** Attempts from one address in a minute; each costs a third of a second of a core. */
  private readonly attempts = new RateLimiterMemory({
    keyPrefix: 'address',
    points: 60,
    duration: 60,
  });

  constructor(private readonly acquaintances: Acquaintances) {}

  /**
   * Counts the attempt as a failure before anything is compared, so that attempts side by side
   * cannot all pass before the first of them has failed.
   *
   * @returns whose turn it is to have a password compared
   * @throws HttpProblem 429 with Retry-After
   */
  async enter(login: string, address: string): Promise<Turn> {
    const place = placeOf(login, address);
    const network = networkOf(address);
    await count(this.attempts, network);
    await count(this.failures, place);
    if (await this.acquaintances.has(login, network)) return { rank: 'acquainted', party: place };
    await count(this.strangers, login);
    return { rank: 'stranger', party: network };
  }

  /** Takes an attempt back because no password was compared, and throws the error that kept it from that. */
  async withdraw(login: string, address: string, error: unknown): Promise<never> {
    await this.failures.reward(placeOf(login, address));
    const known = await this.acquaintances.has(login, networkOf(address));
    if (!known) await this.strangers.reward(login);
    throw error;
  }

  /**
   * Counts an attempt of one who is signed in to prove the password once more; what strangers try
   * with the same login does not count here.
   *
   * @throws HttpProblem 429 with Retry-After
   */
  async confirm(login: string): Promise<void> {
    await count(this.confirmations, login);
  }

  async confirmed(login: string): Promise<void> {
    await this.confirmations.delete(login);
  }

  /** Forgets the login's failures at the address, this attempt among them; what others tried elsewhere still counts. */
  async succeeded(login: string, address: string): Promise<void> {
    const network = networkOf(address);
    await this.failures.delete(placeOf(login, address));
    const known = await this.acquaintances.has(login, network);
    if (!known) await this.strangers.reward(login);
    await this.acquaintances.add(login, network);
  }
}

/** No address has a space, so none can be taken for another login's. */
function placeOf(login: string, address: string): string {
  return `${networkOf(address)} ${login}`;
}

async function count(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw tooMany(refusal);
    throw refusal;
  }
}

function tooMany({ msBeforeNext }: RateLimiterRes): HttpProblem {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  const minutes = Math.ceil(seconds / 60);
  const [zh, en] =
    seconds < 120
      ? [`${seconds} 秒`, `${seconds} seconds`]
      : [`${minutes} 分钟`, `${minutes} minutes`];
  return new HttpProblem(429, 'too-many-attempts', {
    says: { zh: `尝试次数过多，请 ${zh}后再试`, en: `too many attempts; try again in ${en}` },
    headers: { 'Retry-After': String(seconds) },
  });
}
