import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { actOfKind, employeeStreams, type Department } from '@app/department';
import { Contexts } from '@app/event-store';
import type { Instant } from '@app/kernel';

/** Milliseconds after which it is noticed at the latest that an employee has left. */
const FRESH = 5_000;

/** How somebody who signs in stands to the house. */
export interface Employment {
  /** When they were dismissed; absent of everybody else. */
  readonly dismissedAt?: Instant;
  /** They were removed from the post in which they led others (解职). */
  readonly removed: boolean;
  readonly department: Department;
}

/** A short memory of the employees who are there; one who is not is asked for again each time. */
@Injectable()
export class ActiveStaff {
  private readonly known = new LRUCache<string, Employment>({ max: 10_000, ttl: FRESH });

  constructor(private readonly contexts: Contexts) {}

  /** Whether the employee was there within the last five seconds, with all their rights; false when it must be asked. */
  remembers(employee: string): boolean {
    return this.known.has(employee);
  }

  /** Whether they work here, or have: what they did before they left may be told afterwards. */
  async hasHad(employee: string): Promise<boolean> {
    if (this.known.has(employee)) return true;
    return (await this.contexts.read(employeeStreams, employee)).status !== 'none';
  }

  async has(employee: string): Promise<boolean> {
    return (await this.employmentOf(employee)) !== undefined;
  }

  /** Undefined: they do not work here any more, or never have. */
  async employmentOf(employee: string): Promise<Employment | undefined> {
    const before = this.known.get(employee);
    if (before) return before;
    const file = await this.contexts.read(employeeStreams, employee);
    if (file.status === 'none' || file.status === 'left') return undefined;
    const { department } = file;
    const removed = !file.supervisor && actOfKind(file, 'removal') !== undefined;
    if (file.status === 'dismissed') {
      const dismissedAt = actOfKind(file, 'dismissal')?.at ?? file.since;
      return { dismissedAt, removed, department };
    }
    if (!removed) this.known.set(employee, { removed, department });
    return { removed, department };
  }
}
