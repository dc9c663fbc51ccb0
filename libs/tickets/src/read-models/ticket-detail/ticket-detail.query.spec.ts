import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { NotFound } from '@app/kernel';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import { arrived, opened, scheduled } from '../../testing/past.js';
import { at } from '../../testing/ticket.builders.js';
import { ticketDetailModel } from './ticket-detail.read-model.js';
import { TicketDetailHandler, TicketDetailQuery } from './ticket-detail.query.js';

let readSide: ReadSide;
let handler: TicketDetailHandler;

const units = new StatedContexts(() => ({ status: 'none' }));

beforeAll(async () => {
  readSide = await ReadSide.start(ticketDetailModel);
  handler = new TicketDetailHandler(readSide.asOf, readSide.dataSource, units);
});

afterAll(() => readSide.stop());

describe("a ticket's detail", () => {
  test('has everything written up to the position, and the version of its stream', async () => {
    const position = await readSide.happened('A', opened({ ticket: 'A' }), scheduled(), arrived());
    const detail = await handler.execute(new TicketDetailQuery('A', position));
    expect(detail).toMatchObject({
      ticket: 'A',
      version: 3,
      position: String(position),
      arrivedAt: at('09:30'),
    });
    expect(detail.visits[0]?.steps).toHaveLength(2);
  });

  test('is not found for a ticket that nobody opened', async () => {
    await expect(handler.execute(new TicketDetailQuery("Z'", 0n))).rejects.toThrow(NotFound);
  });
});
