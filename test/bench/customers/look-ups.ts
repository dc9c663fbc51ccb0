import { ContextsOfLog, Executor, type Contexts } from '@app/event-store';
import { requested } from '@app/event-store/src/testing/requests.js';
import { unitsCalled } from '@app/customers/src/application/marked-units.js';
import { customers } from '@app/customers/src/customer.aggregate.js';
import { marks } from '@app/customers/src/mark.aggregate.js';
import { units } from '@app/customers/src/unit.aggregate.js';
import { customerListModel } from '@app/customers/src/read-models/customer-list/customer-list.read-model.js';
import { unitListModel } from '@app/customers/src/read-models/unit-list/unit-list.read-model.js';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { AsOf, Projections } from '@app/projections';
import { goingOn } from '../load.js';
import type { Filling, Subject } from '../harness.js';
import { openReadSide } from '../project/read-side.js';
import { openSealedLog } from '../sealed-log.js';
import { barcodeOf, person, type Person } from './people.js';

export const LISTS = [customerListModel, unitListModel] as const;

/** Changes of customers' files in a second while others look them up. */
const PACE = 100;

/** Whom a look-up has to find, and by what. */
interface LookUps {
  /** The ids of those customers who are found by the words. */
  readonly customers: (q: string) => Promise<readonly string[]>;
  readonly scanned: Contexts;
}

type LookUp = (base: LookUps, sought: Person, number: number) => Promise<boolean>;

/** Said on the phone: the last four digits. A page of fifty is shown, by the order of ids. */
export const byLastDigits: LookUp = async ({ customers: find }, { phone }) =>
  (await find(phone.slice(-4))).length > 0;

/** All of the number, as it is written on a card. */
export const byNumber: LookUp = async ({ customers: find }, { phone, customer }) =>
  (await find(phone.slice(3))).includes(customer);

/** Two characters of a name. */
export const byPartOfName: LookUp = async ({ customers: find }, { name }) =>
  (await find(name.slice(-2))).length > 0;

/** From the code on a component to its unit. */
export const byBarcode: LookUp = async ({ scanned }, _, number) =>
  (await unitsCalled(barcodeOf(number), scanned)).some(({ unit }) => unit === `U-${number}`);

/**
 * One look-up after another of somebody else each time, while files are changed all the time and
 * folded into the list by this same process.
 */
export function lookedUp(count: number, filling: Filling, lookUp: LookUp): Subject {
  return {
    name: 'ours',
    filling,
    async open(url) {
      const { dataSource, close } = await openReadSide(
        url,
        LISTS.map(({ projection }) => projection.row),
      );
      const log = await openSealedLog(url, [customers, units]);
      const projections = new Projections(
        dataSource,
        log,
        LISTS.map(({ projection }) => projection),
        { owner: 'bench' },
      );
      projections.start();
      const executor = new Executor(log);
      const [Handler] = customerListModel.handlers as [new (...given: unknown[]) => Asked];
      const list = new Handler(new AsOf(projections), dataSource);
      const base: LookUps = {
        customers: async (q) => {
          const { items } = await list.execute(new customerListModel.Ask({ q }, 0n));
          return items.map(({ customer }) => customer);
        },
        scanned: new ContextsOfLog(log, executor, [customers, units, marks] as never),
      };
      const any = () => Math.floor(Math.random() * count);
      const load = goingOn(PACE, () => changed(executor, any()));
      const step = async () => {
        const number = any();
        if (await lookUp(base, person(number), number)) return 1;
        throw new Error(`customer ${number} was not found`);
      };
      return {
        step,
        async close() {
          await load.stop();
          await projections.stop();
          await log.close();
          await close();
        },
      };
    },
  };
}

interface Asked {
  execute(question: object): Promise<{ readonly items: readonly { readonly customer: string }[] }>;
}

/** Says again who somebody is, as a person or as none. */
async function changed(executor: Executor, number: number): Promise<void> {
  const { customer, name, phone } = person(number);
  const kind = Math.random() < 0.5 ? 'person' : 'organisation';
  const data = { name, phone, kind } as const;
  const request = requested('ChangeDetails', customer, data, { actor: SUPERVISOR });
  const { commandId: id, occurredAt, receivedAt, actor } = request;
  await executor.execute({
    request,
    stream: `customer-${customer}`,
    aggregate: customers,
    command: () => ({ type: 'ChangeDetails', data, id, occurredAt, receivedAt, actor }) as never,
  });
}
