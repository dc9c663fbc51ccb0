import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold, plusMinutes } from '@app/kernel';
import { LI_WEI, STOREKEEPER, WANG_FANG } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { accepted as decided } from '@app/kernel/src/testing/stories.js';
import { meter } from '../../testing/tools.js';
import type { ToolCommand } from './tool.commands.js';
import { toolDecider } from './tool.decider.js';
import type { ToolEvent } from './tool.events.js';
import { holderAt } from './tool.state.js';

const employee = fc.constantFrom(LI_WEI.id, WANG_FANG.id);
const reason = fc.constant({ reason: 'x' });
const condition = fc.constantFrom('good' as const, 'good' as const, 'damaged' as const);

/** What anybody may ask, at whatever time: some of it is said later than what it comes before. */
const saying = <Data>(type: ToolCommand['type'], data: fc.Arbitrary<Data>) =>
  data.map((said) => ({ type, data: said }));
const wish = fc.record({
  said: fc.oneof(
    { weight: 5, arbitrary: saying('CheckOutTool', fc.record({ employee })) },
    { weight: 8, arbitrary: saying('AcceptTool', fc.constant({})) },
    { weight: 4, arbitrary: saying('TransferTool', fc.record({ employee })) },
    { weight: 1, arbitrary: saying('DeclineTool', reason) },
    { weight: 3, arbitrary: saying('ReturnTool', fc.record({ condition })) },
    { weight: 1, arbitrary: saying('ReportToolDamaged', fc.constant({ what: 'x' })) },
    { weight: 4, arbitrary: saying('RecordToolRepaired', fc.constant({ what: 'x' })) },
    { weight: 1, arbitrary: saying('ReportToolLost', fc.constant({ circumstances: 'x' })) },
    {
      weight: 4,
      arbitrary: saying('RecordToolFound', fc.record({ where: fc.constant('x'), condition })),
    },
    { weight: 1, arbitrary: saying('AskForTool', fc.record({ employee })) },
  ),
  actor: fc.constantFrom(LI_WEI, LI_WEI, WANG_FANG, WANG_FANG, STOREKEEPER),
  after: fc.integer({ min: 10, max: 200 }),
  inBatch: fc.boolean(),
});

/** An independent account of the same: who has it, and who has been told to expect it. */
interface Known {
  readonly has?: string;
  readonly expects?: string;
  /** Of a loan that was told late: that it left the store again says that it was back. */
  readonly toldLate?: true;
}

/** What is known after an event; what contradicts it fails. */
function follow({ has, expects, toldLate }: Known, { type, data, actor }: ToolEvent): Known {
  const by = actor.id;
  const late = toldLate && { toldLate };
  switch (type) {
    case 'ToolCheckedOut':
      if (!toldLate) expect([has, expects]).toEqual([undefined, undefined]);
      return { expects: data.employee, ...(data.followedAt && { toldLate: true }) };
    case 'ToolOffered':
      expect([has, expects, by]).toEqual([data.from, undefined, has]);
      return { ...(has && { has }), expects: data.employee };
    case 'ToolAccepted':
    case 'ToolTransferred':
      expect([expects, by]).toEqual([data.employee, data.employee]);
      return { has: data.employee, ...late };
    case 'ToolDeclined':
      return has ? { has } : {};
    case 'ToolReturned':
    case 'ToolReportedLost':
      return {};
    default:
      return { ...(has && { has }), ...(expects && { expects }), ...late };
  }
}

const MOVES = /CheckedOut|Accepted|Transferred|Returned|Lost|Found/;

/** With what happened between two that had been recorded where it happened. */
function inOrder(stored: readonly ToolEvent[]): readonly ToolEvent[] {
  const chain: ToolEvent[] = [];
  for (const event of stored) {
    const moves = ({ type, data }: ToolEvent) =>
      MOVES.test(type) || (type === 'ToolDeclined' && !data.from);
    const next = chain.findIndex((each) => moves(each) && each.occurredAt > event.occurredAt);
    if ('followedAt' in event.data) chain.splice(next, 0, event);
    else chain.push(event);
  }
  return chain;
}

const first: ToolEvent = {
  type: 'ToolRegistered',
  data: meter,
  occurredAt: at('08:00'),
  actor: STOREKEEPER,
  articles: ['R11'],
};

test('[R12] complaint: a serial number is in two places: whatever is asked, a tool is in one pair of hands, and only by both sides’ word', () => {
  let moves = 0;
  let between = 0;
  const told = fc.array(wish, { minLength: 5, maxLength: 40, size: 'max' });
  const property = fc.property(told, (wishes) => {
    const stored: ToolEvent[] = [first];
    let clock = 0;
    for (const { said, actor, after, inBatch } of wishes) {
      clock += after;
      const occurredAt = plusMinutes(at('08:00'), clock - (inBatch ? 120 : 0));
      const command = { ...said, id: 'x', occurredAt, actor, inBatch, known: {} };
      const events = decided(() =>
        toolDecider.decide(command as unknown as ToolCommand, fold(toolDecider, stored)),
      );
      moves += events.filter(({ type }) => /Accepted|Transferred/.test(type)).length;
      between += events.filter(({ data }) => 'followedAt' in data).length;
      stored.push(...events);
      const known = inOrder(stored).reduce(follow, {});
      expect(holderAt(fold(toolDecider, stored), at('08:00', 30))).toBe(known.has);
    }
  });
  fc.assert(property, { numRuns: 400 });
  expect(moves).toBeGreaterThan(50);
  expect(between).toBeGreaterThan(10);
});
