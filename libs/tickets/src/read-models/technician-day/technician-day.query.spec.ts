import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import {
  cancelled,
  departed,
  opened,
  rescheduled,
  scheduled,
  visitCancelled,
} from '../../testing/past.js';
import { span } from '../../testing/ticket.builders.js';
import { technicianDayModel } from './technician-day.read-model.js';
import { TechnicianDayHandler, TechnicianDayQuery } from './technician-day.query.js';

let readSide: ReadSide;
let handler: TechnicianDayHandler;
let last: bigint;

/** The file of the customer K1, whose one site was corrected. */
const corrected = { site: 'S-1', address: '人民路 18 号', landmark: null };
const files = new StatedContexts((stream) =>
  stream === 'customer-K1'
    ? { status: 'registered', customer: 'K1', phone: '13800000001', sites: [corrected] }
    : { status: 'none' },
);

beforeAll(async () => {
  readSide = await ReadSide.start(technicianDayModel);
  handler = new TechnicianDayHandler(readSide.asOf, readSide.dataSource, files);
  const late = scheduled({ window: span('15:00', '17:00') });
  const other = scheduled({ visit: 2, technician: 'wang-fang', window: span('18:00', '19:00') });
  await readSide.happened('A', opened({ ticket: 'A' }), late, other);
  await readSide.happened(
    'B',
    opened({ ticket: 'B', fault: '洗衣机漏水' }),
    scheduled(),
    departed(),
  );
  await readSide.happened(
    'C',
    opened({ ticket: 'C' }),
    scheduled({ window: span('12:00', '13:00') }),
    visitCancelled(),
  );
  last = await readSide.happened(
    'D',
    opened({ ticket: 'D' }),
    scheduled(),
    rescheduled(span('09:00', '10:00', 1)),
  );
});

afterAll(() => readSide.stop());

const day = async (employee: string, date: string) =>
  (await handler.execute(new TechnicianDayQuery(employee, date, last))).visits;

describe("a technician's day", () => {
  test('has their visits of that date in order, a cancelled one as cancelled', async () => {
    const visits = await day('li-wei', '2026-03-02');
    expect(visits.map(({ ticket, progress }) => [ticket, progress])).toEqual([
      ['B', 'departed'],
      ['C', 'cancelled'],
      ['A', 'scheduled'],
    ]);
    expect(visits[0]).toMatchObject({
      fault: '洗衣机漏水',
      address: '人民路 8 号 3 单元 502',
      visit: 1,
    });
  });

  test('has a visit that was moved on its new date only', async () => {
    expect(await day('li-wei', '2026-03-03')).toMatchObject([{ ticket: 'D' }]);
  });

  test("has nobody else's visit of the same ticket", async () => {
    expect(await day('wang-fang', '2026-03-02')).toMatchObject([{ ticket: 'A', visit: 2 }]);
  });

  test('is empty for a day off', async () => {
    expect(await day('li-wei', '2026-03-09')).toEqual([]);
  });

  test('shows beside the ticket what the file of the customer says otherwise, as long as it is open', async () => {
    const { site, address, landmark } = corrected;
    const onFile = { address, landmark, phone: '13800000001' };
    const there = { customer: 'K1', site };
    const window = span('10:00', '11:00', 5);
    const open = (ticket: string, data: object) =>
      readSide.happened(ticket, opened({ ticket, ...data }), scheduled({ window }));
    await open('K-old', there);
    await open('K-same', { ...there, ...onFile });
    await open('K-no-site', { customer: 'K1' });
    await open('K-gone', { ...there, site: 'S-2' });
    last = await readSide.happened(
      'K-over',
      opened({ ticket: 'K-over', ...there }),
      scheduled({ window }),
      visitCancelled(),
      cancelled(),
    );
    const shown = (await day('li-wei', '2026-03-07')).map((each) => [each.ticket, each.onFile]);
    expect(Object.fromEntries(shown)).toEqual({
      'K-old': onFile,
      'K-same': null,
      'K-no-site': null,
      'K-gone': null,
      'K-over': null,
    });
  });
});
