import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { employeeStreams } from '@app/department';
import { Contexts } from '@app/event-store';

/** Milliseconds after which it is noticed at the latest that an employee has left. */
const FRESH = 5_000;

/** A short memory of the employees who are there; one who is not is asked for again each time. */
@Injectable()
export class ActiveStaff {
  private readonly known = new LRUCache<string, true>({ max: 10_000, ttl: FRESH });

  constructor(private readonly contexts: Contexts) {}

  /** Whether the employee was there within the last five seconds; false when it must be asked. */
  remembers(employee: string): boolean {
    return this.known.has(employee);
  }

  /** Whether they work here, or have: what they did before they left may be told afterwards. */
  async hasHad(employee: string): Promise<boolean> {
    if (this.known.has(employee)) return true;
    return (await this.contexts.read(employeeStreams, employee)).status !== 'none';
  }

  async has(employee: string): Promise<boolean> {
    if (this.known.has(employee)) return true;
    const { status } = await this.contexts.read(employeeStreams, employee);
    if (status !== 'active') return false;
    this.known.set(employee, true);
    return true;
  }
}
