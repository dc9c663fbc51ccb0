import { describe, expect, test } from '@jest/globals';
import { commandOf, Executor, type CommandRequest } from '@app/event-store';
import { requested } from '@app/event-store/src/testing/requests.js';
import { HOTLINE, LI_WEI } from '@app/kernel/src/testing/actors.js';
import { CommandSender, type Process } from '@app/processes';
import {
  inMs,
  inWorkingLibrary,
  store,
  until,
  worker,
} from '@app/processes/src/testing/working-library.js';
import { STORES } from '../../../../test/support/shared-log.js';
import { POLICY_HOURS, POLICY_TERMS } from '../testing/intake.js';
import { scheduled } from '../testing/past.js';
import { tickets } from '../ticket.aggregate.js';
import { watchResponseTimes } from './watch-response-times.js';

/** Carries commands out as the server does; what they must know is given. */
class Desk extends CommandSender {
  private readonly executor = new Executor(store);

  send(_: string, request: CommandRequest, known: object = {}): Promise<unknown> {
    return this.executor.execute({
      request,
      stream: tickets.streams.named(request.id),
      aggregate: tickets,
      command: () => ({ ...commandOf(request), known }) as never,
    });
  }
}

const TICKET = 'T-1';
const minutesAgo = (minutes: number) => inMs(-minutes * 60_000);

function call(desk: Desk, minutes: number): Promise<unknown> {
  const data = {
    ticket: TICKET,
    source: 'hotline',
    fault: '不亮',
    lineFault: false,
    name: '孙丽',
    phone: '13800000001',
    address: '人民路 8 号',
    landmark: null,
  };
  const request = requested('OpenTicket', TICKET, data, {
    occurredAt: minutesAgo(minutes),
    actor: HOTLINE,
  });
  return desk.send('ticket', request, { defaultQuietHours: POLICY_HOURS, sla: POLICY_TERMS });
}

const types = async () =>
  (await store.readStream(`ticket-${TICKET}`))
    .map(({ type }) => type)
    .filter((type) => /^(Sla|Finding)/.test(type));

const NOTICED = ['SlaDeadlineSet', 'SlaWarned', 'SlaBreached', 'FindingRecorded'];
const process = watchResponseTimes as unknown as Process;

describe.each(STORES)('a response time on %s', (kind) => {
  inWorkingLibrary(kind);

  test('[B2] that ran out while nobody worked is warned of and found once, over two workers', async () => {
    const desk = new Desk();
    await call(desk, 121);
    const workers = [1, 2].map(() => worker({ sender: desk, process }));
    await until(async () => (await types()).length >= NOTICED.length);
    await until(async () => {
      const [status] = await workers[0]!.status();
      return status!.lagEvents === 0 && status!.deadlines === 0;
    });
    expect(await types()).toEqual(NOTICED);
  });

  test('[B2] that was met after all, as is told late, is corrected', async () => {
    const desk = new Desk();
    await call(desk, 121);
    worker({ sender: desk, process });
    await until(async () => (await types()).length >= NOTICED.length);
    const window = { from: minutesAgo(110), until: minutesAgo(60) };
    const { data } = scheduled({ window });
    const by = { technician: { employee: LI_WEI.id, active: true }, quietHours: [] };
    const plan = { technician: LI_WEI.id, window: data.window, atCustomersWish: true };
    const planned = requested('ScheduleVisit', TICKET, plan, { occurredAt: minutesAgo(115) });
    await desk.send('ticket', planned, by);
    const there = requested(
      'RecordArrival',
      TICKET,
      { visit: 1 },
      {
        occurredAt: minutesAgo(90),
        actor: LI_WEI,
      },
    );
    await desk.send('ticket', there, { elsewhere: [], quietHours: [] });
    const told = await types();
    expect(told.slice(0, NOTICED.length)).toEqual(NOTICED);
    expect(told).toContain('SlaCorrected');
    expect(told.filter((type) => type === 'SlaBreached')).toHaveLength(1);
    expect(told.at(-1)).not.toBe('SlaBreached');
  });
});
