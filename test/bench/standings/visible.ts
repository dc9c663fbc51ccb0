import { newId } from '@app/kernel';
import { Executor } from '@app/event-store';
import { requested } from '@app/event-store/src/testing/requests.js';
import { Projections } from '@app/projections';
import { working } from '@app/standings/src/testing/cases.js';
import { StandingRow } from '@app/standings/src/read-models/standing/standing.row.js';
import { standing } from '@app/standings/src/read-models/standing/standing.projection.js';
import { standingDecider } from '@app/standings/src/domain/standing.decider.js';
import { standingEvents } from '@app/standings';
import type { Filling, Subject } from '../harness.js';
import { openReadSide } from '../project/read-side.js';
import { actOf, employeeOf, YEAR } from './year.js';
import { appended } from './appended.js';

const aggregate = { decider: standingDecider, types: standingEvents } as never;

/** An act is decided, by the decider on the whole year, until its standing shows it. */
export function visible(employees: number, filling: Filling): Subject {
  return {
    name: 'ours',
    filling,
    async open(url) {
      const side = await openReadSide(url, [StandingRow]);
      const { store, dataSource } = side;
      const executor = new Executor(store);
      const projections = new Projections(dataSource, store, [standing], { owner: newId() });
      projections.start();
      let number = -1;
      let nth = 0;
      const next = () => `standing-${employeeOf(number)}:${YEAR}`;
      const before = async () => {
        number = (number + 7_919) % employees;
        nth = Math.floor((await store.readStream(next())).length / 3) + 1;
        const [opened, proposed] = actOf(number, nth);
        const position = await appended(store, next(), [opened!, proposed!]);
        await projections.read(standing.name, position, () => Promise.resolve());
      };
      const step = async () => {
        const stream = next();
        const id = employeeOf(number);
        const data = { employee: id, year: YEAR, case: nth };
        const actor = { id: 'ma-guoqiang', role: 'general-manager' };
        const { occurredAt } = actOf(number, data.case)[0]!;
        const request = requested('DecideAct', id, data, { actor, occurredAt });
        const { commandId } = request;
        const known = { dismissed: false, ...working };
        const command = { type: 'DecideAct', id: commandId, data, occurredAt, actor, known };
        const { position } = await executor.execute({
          request,
          stream,
          aggregate,
          command: () => command as never,
        });
        const rows = dataSource.getRepository(StandingRow);
        const where = { id: `${id}:${YEAR}` };
        await projections.read(standing.name, position, () => rows.findOneBy(where));
        return 1;
      };
      const close = async () => {
        await projections.stop();
        await side.close();
      };
      return { before, step, close };
    },
  };
}
