import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

/** What identity asks of the staff list. */
export abstract class Staff {
  /** Whether this is an employee who works here today. */
  abstract isActive(employee: string): Promise<boolean>;
}

/** Milliseconds after which it is noticed at the latest that an employee has left. */
const FRESH = 5_000;

/** A short memory of the employees who are there; one who is not is asked for again each time. */
@Injectable()
export class ActiveStaff {
  private readonly known = new LRUCache<string, true>({ max: 10_000, ttl: FRESH });

  constructor(private readonly staff: Staff) {}

  /** Whether the employee was there within the last five seconds; false when it must be asked. */
  remembers(employee: string): boolean {
    return this.known.has(employee);
  }

  async has(employee: string): Promise<boolean> {
    if (this.known.has(employee)) return true;
    if (!(await this.staff.isActive(employee))) return false;
    this.known.set(employee, true);
    return true;
  }
}
