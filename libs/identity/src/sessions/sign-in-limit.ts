import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { HttpProblem } from '@app/http';

/** Slows down whoever guesses passwords: by the login that is tried, and by the address that tries. */
@Injectable()
export class SignInLimit {
  /** Failures of one login in a quarter of an hour. */
  private readonly failures = new RateLimiterMemory({
    keyPrefix: 'login',
    points: 10,
    duration: 900,
  });
  /** Failures of one signed-in account to confirm its password, in a quarter of an hour. */
  private readonly confirmations = new RateLimiterMemory({
    keyPrefix: 'own',
    points: 10,
    duration: 900,
  });
  /** Attempts from one address in a minute; each costs a third of a second of a core. */
  private readonly attempts = new RateLimiterMemory({
    keyPrefix: 'address',
    points: 60,
    duration: 60,
  });

  /**
   * Counts the attempt as a failure before anything is compared, so that attempts side by side
   * cannot all pass before the first of them has failed.
   *
   * @throws HttpProblem 429 with Retry-After
   */
  async enter(login: string, address: string): Promise<void> {
    await this.count(this.attempts, address);
    await this.count(this.failures, login);
  }

  /**
   * Counts an attempt of one who is signed in to prove the password once more; what strangers try
   * with the same login does not count here.
   *
   * @throws HttpProblem 429 with Retry-After
   */
  async confirm(login: string): Promise<void> {
    await this.count(this.confirmations, login);
  }

  async confirmed(login: string): Promise<void> {
    await this.confirmations.delete(login);
  }

  /** Forgets the login's failures, this attempt among them. */
  async succeeded(login: string): Promise<void> {
    await this.failures.delete(login);
  }

  private async count(limiter: RateLimiterMemory, key: string): Promise<void> {
    try {
      await limiter.consume(key);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) throw tooMany(refusal);
      throw refusal;
    }
  }
}

function tooMany({ msBeforeNext }: RateLimiterRes): HttpProblem {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new HttpProblem(429, 'too-many-attempts', {
    says: {
      zh: `尝试次数过多，请 ${seconds} 秒后再试`,
      en: `too many attempts; try again in ${seconds} seconds`,
    },
    headers: { 'Retry-After': String(seconds) },
  });
}
