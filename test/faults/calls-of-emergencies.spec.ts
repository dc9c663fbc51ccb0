import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { commandOf, Executor, type CommandRequest } from '@app/event-store';
import { requested } from '@app/event-store/src/testing/requests.js';
import { emergencies } from '@app/emergencies/src/emergency.aggregate.js';
import { callWhoeverComesOnCall } from '@app/emergencies/src/processes/call-whoever-comes-on-call.js';
import { escalateWhenNobodyAcknowledges } from '@app/emergencies/src/processes/escalate-when-nobody-acknowledges.js';
import { rosters } from '@app/emergencies/src/roster.aggregate.js';
import { LADDER } from '@app/emergencies/src/testing/rosters.js';
import { HOTLINE, MANAGER } from '@app/kernel/src/testing/actors.js';
import { notices } from '@app/notices/src/notice.aggregate.js';
import { notifyWhoeverIsCalledOrGivenATask } from '@app/notices/src/processes/notify-whoever-is-called-or-given-a-task.js';
import { CommandSender, type Process } from '@app/processes';
import { kill, onMortalWorkers } from '@app/processes/src/testing/mortal-workers.js';
import {
  dataSource,
  inMs,
  inWorkingLibrary,
  logged,
  store,
  until,
  worker,
} from '@app/processes/src/testing/working-library.js';
import { POLICY_HOURS, POLICY_TERMS } from '@app/tickets/src/testing/intake.js';
import { tickets } from '@app/tickets/src/ticket.aggregate.js';
import { rounds } from '../support/rounds.js';
import { STORES } from '../support/shared-log.js';

/* Emergencies are raised before there is a roster and after, while workers die. */

const RAISED = rounds({ short: 12, full: 200 });
const PATIENCE_MS = rounds({ short: 60_000, full: 900_000 });

const AGGREGATES = { ticket: tickets, emergency: emergencies, roster: rosters, notice: notices };

/** Carries commands out as the server does; an emergency knows the roster as it stands. */
class Desk extends CommandSender {
  private readonly executor = new Executor(store);

  send(category: string, request: CommandRequest, given?: object): Promise<unknown> {
    const aggregate = AGGREGATES[category as keyof typeof AGGREGATES];
    return this.executor.execute({
      request,
      stream: `${category}-${request.id}`,
      aggregate: aggregate as never,
      command: async () =>
        ({ ...commandOf(request), known: given ?? (await this.known()) }) as never,
    });
  }

  private async known(): Promise<object> {
    return { roster: (await this.executor.load(rosters, 'roster-main')).state };
  }
}

function raise(desk: Desk, ticket: string): Promise<unknown> {
  const caller = { name: '孙丽', phone: '13800000001', address: '人民路 8 号', landmark: null };
  const data = { ticket, source: 'emergency', fault: '冒烟', ...caller };
  const request = requested('OpenTicket', ticket, data, { occurredAt: inMs(0), actor: HOTLINE });
  return desk.send('ticket', request, { defaultQuietHours: POLICY_HOURS, sla: POLICY_TERMS });
}

function setRoster(desk: Desk): Promise<unknown> {
  const everyDay = { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '00:00' };
  const shifts = [{ ...everyDay, employees: ['li-wei'] }];
  const data = { ...LADDER, roster: 'main', rungs: [{ name: '值班技术员', shifts }] };
  const request = requested('SetOnCallRoster', 'main', data, {
    ...{ occurredAt: inMs(0), actor: MANAGER },
  });
  return desk.send('roster', request, { employees: 'active' });
}

describe.each(STORES)('workers that die, on %s', (kind) => {
  inWorkingLibrary(kind);

  test(
    '[B3] call each emergency once, whether it was raised before the roster was set, after it or meanwhile',
    () =>
      onMortalWorkers(async (connections) => {
        const desk = new Desk();
        const declared = [
          escalateWhenNobodyAcknowledges,
          callWhoeverComesOnCall,
          notifyWhoeverIsCalledOrGivenATask,
        ] as unknown as Process[];
        const workers = [1, 2].flatMap(() =>
          declared.map((each) =>
            worker({ connections, sender: desk, process: { ...each, startsAt: 'first-event' } }),
          ),
        );
        let set: Promise<unknown> | undefined;
        for (let n = 0; n < RAISED; n++) {
          if (n === RAISED / 2) set = setRoster(desk);
          await raise(desk, `T-${n}`);
          await pause(Math.random() * 40);
          if (n % 3 === 0) await kill();
        }
        await set;
        await until(async () => {
          const standing = await Promise.all(workers.map((each) => each.status()));
          const idle = standing.flat().every(({ lagEvents, overdue }) => lagEvents + overdue === 0);
          return idle && (await logged('NoticeGiven')).length >= RAISED;
        }, PATIENCE_MS);
        const all = Array.from({ length: RAISED }, (_, n) => `T-${n}`).sort();
        for (const type of ['EmergencyRaised', 'EscalationRungCalled', 'NoticeGiven'] as const) {
          const of = (await logged(type)).map(({ data }) => (data as { ticket: string }).ticket);
          expect({ type, of: of.sort() }).toEqual({ type, of: all });
        }
        for (const table of ['parked', 'refusal'])
          expect(await dataSource.query(`SELECT * FROM process.${table}`)).toEqual([]);
        await Promise.all(workers.map((each) => each.stop()));
      }),
    PATIENCE_MS + 30_000,
  );
});
