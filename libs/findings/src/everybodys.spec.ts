import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Executor, type Outcome, type RequestFor } from '@app/event-store';
import { Forbidden, newId } from '@app/kernel';
import { policy } from '@app/policy';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import { found, opened, scheduled } from '@app/tickets/src/testing/past.js';
import type { FindingStatus } from './domain/finding.state.js';
import { findingsInboxModel } from './read-models/findings-inbox/findings-inbox.read-model.js';
import { ladders } from './testing/ladder.aggregate.js';
import { LADDER, LI_WEI, review, SUPERVISOR, use } from './testing/ladder.builders.js';
import type { LadderCommand } from './testing/ladder.js';

/* A stranger to tickets: its findings are recorded, shown and reviewed by what it declares alone. */

let readSide: ReadSide;

beforeAll(async () => {
  readSide = await ReadSide.start(findingsInboxModel);
});

afterAll(() => readSide.stop());

test('what is found on a ladder waits in the inbox beside a ticket’s, and leaves it by its review', async () => {
  const late = found(1, 'V7', 'late-arrival');
  await readSide.happened('T-1', opened({ ticket: 'T-1' }), scheduled(), late);
  await asked(use());
  const open = [
    { id: `ladder-${LADDER}/1`, article: 'V5', code: 'ladder-not-secured', place: null },
    { id: 'ticket-T-1/1', article: 'V7', code: 'late-arrival', place: { visit: 1 } },
  ];
  expect(await shown({})).toMatchObject(open);
  expect(await shown({ kind: 'ladder' })).toMatchObject([open[0]!]);

  const upheld = { finding: 1, verdict: 'upheld' } as const;
  await expect(asked(review(upheld, LI_WEI))).rejects.toBeInstanceOf(Forbidden);
  await asked(review(upheld));
  expect(await shown({})).toMatchObject([open[1]!]);
  expect(await shown({ status: ['upheld'] })).toMatchObject([
    { ...open[0], reviewedBy: SUPERVISOR.id },
  ]);
});

/** As the CommandBus hands it to the aggregate's handler. */
function asked({ type, data, occurredAt, actor }: LadderCommand): Promise<Outcome> {
  const [Handler] = ladders.handledBy();
  const commandId = newId();
  const request = {
    id: LADDER,
    type,
    data,
    commandId,
    correlationId: commandId,
    policyVersion: policy.version,
    occurredAt,
    receivedAt: occurredAt,
    actor,
    fingerprint: data,
  } as RequestFor<LadderCommand>;
  return new Handler(new Executor(readSide.store)).execute(new ladders.Handle(request));
}

async function shown(filter: { readonly kind?: string; readonly status?: FindingStatus[] }) {
  return (await readSide.page(findingsInboxModel, filter)).items;
}
