import type { ServerResponse } from 'node:http';
import { HttpProblem } from '../problems/http-problem.js';

/** Bytes up to which a body is not counted: it takes no more than the headers that came with it may. */
export const SMALL = 16 * 1024;

/** What one request's body takes of a room. */
export interface Place {
  /**
   * Takes as many bytes more, because they have arrived.
   *
   * @throws HttpProblem 503 `intake-full` with Retry-After when the room has fewer left
   */
  take(bytes: number): void;
  /** Gives all of it back. */
  giveBack(): void;
}

/**
 * Room in the memory of one process for bodies that are on their way in. It is taken byte by byte as
 * they arrive: whoever announces much and sends little takes little.
 */
export class Room {
  private taken = 0;
  private readonly takenBy = new Map<string, number>();
  private readonly share: number;

  /** @param bytes taken at a time at most, beside what is small; a quarter of it by one user */
  constructor(private readonly bytes: number) {
    this.share = bytes / 4;
  }

  /**
   * A place that is given back at the latest when the response is closed, as it also is when the
   * connection breaks.
   *
   * @param user whose share it counts in; strangers send nothing that is not small
   */
  placeOf(response: ServerResponse, user = ''): Place {
    let arrived = 0;
    let held = 0;
    const take = (more: number): void => {
      arrived += more;
      const wanted = Math.max(0, arrived - SMALL) - held;
      if (wanted === 0) return;
      if (this.taken + wanted > this.bytes || this.of(user) + wanted > this.share)
        throw intakeFull();
      this.count(user, wanted);
      held += wanted;
    };
    const giveBack = (): void => {
      this.count(user, -held);
      held = 0;
    };
    response.once('close', giveBack);
    return { take, giveBack };
  }

  private of(user: string): number {
    return this.takenBy.get(user) ?? 0;
  }

  private count(user: string, bytes: number): void {
    this.taken += bytes;
    const now = this.of(user) + bytes;
    if (now > 0) this.takenBy.set(user, now);
    else this.takenBy.delete(user);
  }
}

function intakeFull(): HttpProblem {
  return new HttpProblem(503, 'intake-full', {
    says: {
      zh: '同时接收的内容过多，未读完此请求体，请稍后重试',
      en: 'too much is being received at once; the body was not read to its end, try again later',
    },
    headers: { 'Retry-After': '1' },
  });
}
