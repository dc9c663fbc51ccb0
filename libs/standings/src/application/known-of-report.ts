import type { Contexts } from '@app/event-store';
import { employeeStreams } from '@app/department';
import type { Instant } from '@app/kernel';
import type { Facts } from '../domain/case/facts.js';
import type { KnownOfCase } from '../domain/standing.commands.js';
import { knownOfCase, notEmployed, type Reported } from './known.js';

/**
 * What must be known of what somebody reports, as of any case: the employee worked here when it happened, and so did whoever is to have
 * reported it, when they did.
 *
 * @throws NotFound `unknown-employee`, pointing at the field
 */
export async function knownOfReport(
  request: {
    readonly data: Reported & Pick<Facts, 'reporter' | 'earlierReport'>;
    readonly occurredAt: Instant;
  },
  contexts: Contexts,
): Promise<KnownOfCase> {
  const { data, occurredAt } = request;
  const { employee, reporter, earlierReport, happenedAt = occurredAt } = data;
  const named = [
    { who: employee, at: happenedAt, pointer: '/employee' },
    { who: reporter, at: occurredAt, pointer: '/reporter' },
    { who: earlierReport?.by, at: earlierReport?.at ?? occurredAt, pointer: '/earlierReport/by' },
  ];
  for (const { who, at, pointer } of named) {
    if (who === undefined) continue;
    const { then } = await contexts.readAsOf(employeeStreams, who, at);
    if (then.status === 'none' || then.status === 'left') throw notEmployed(who, at, pointer);
  }
  return knownOfCase(request, contexts);
}
