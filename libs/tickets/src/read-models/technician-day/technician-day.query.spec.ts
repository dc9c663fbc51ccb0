import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import { departed, opened, rescheduled, scheduled, visitCancelled } from '../../testing/past.js';
import { span } from '../../testing/ticket.builders.js';
import { technicianDayModel } from './technician-day.read-model.js';
import { TechnicianDayHandler, TechnicianDayQuery } from './technician-day.query.js';

let readSide: ReadSide;
let handler: TechnicianDayHandler;
let last: bigint;

beforeAll(async () => {
  readSide = await ReadSide.start(technicianDayModel);
  handler = new TechnicianDayHandler(readSide.asOf, readSide.dataSource);
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
});
