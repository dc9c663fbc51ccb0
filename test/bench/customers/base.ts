import { newEvents } from '@app/event-store/src/new-events.js';
import type { EventTypes, StreamWrite } from '@app/event-store';
import { customerEventTypes, unitEvents } from '@app/customers';
import { markEvents, markStreams } from '@app/customers/src/domain/mark/mark.js';
import { customers } from '@app/customers/src/customer.aggregate.js';
import { units } from '@app/customers/src/unit.aggregate.js';
import { newId } from '@app/kernel';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { rebuild } from '@app/projections';
import type { Filling } from '../harness.js';
import { inTurn } from '../in-turn.js';
import { openReadSide } from '../project/read-side.js';
import { openSealedLog } from '../sealed-log.js';
import { barcodeOf, person } from './people.js';
import { LISTS } from './look-ups.js';

/** Customers of one append. */
const AT_A_TIME = 100;
const UNITS_EACH = 2;
const OCCURRED_AT = '2026-01-05T02:00:00.000Z';

/** So many customers on file with two units each, and the read models that find them. */
export function installedBase(count: number): Filling {
  return async (url) => {
    const log = await openSealedLog(url, [customers, units]);
    await inTurn(Math.ceil(count / AT_A_TIME), 8, async (part) => {
      const first = part * AT_A_TIME;
      const last = Math.min(count, first + AT_A_TIME);
      await log.append(Array.from({ length: last - first }, (_, nth) => files(first + nth)).flat());
    });
    await log.close();
    await fillReadModels(url);
  };
}

async function fillReadModels(url: string): Promise<void> {
  const { dataSource, close } = await openReadSide(url);
  const log = await openSealedLog(url, [customers, units]);
  for (const { projection } of LISTS)
    await rebuild(dataSource, log, projection, { owner: 'bench' });
  // As the server does by itself in its first minutes.
  await dataSource.query('VACUUM ANALYZE');
  await log.close();
  await close();
}

/** A customer with a site, and their units, each with a component that has a barcode. */
function files(number: number): StreamWrite[] {
  const { customer, name, phone, address } = person(number);
  const registered = { type: 'CustomerRegistered', data: { customer, name, phone } };
  const site = { type: 'SiteAdded', data: { customer, site: 'home', address, landmark: null } };
  const ofUnits = Array.from({ length: UNITS_EACH }, (_, nth) =>
    unitFiles(number * UNITS_EACH + nth, customer),
  );
  return [
    written(customerEventTypes, `customer-${customer}`, [registered, site]),
    ...ofUnits.flat(),
  ];
}

function unitFiles(number: number, customer: string): StreamWrite[] {
  const unit = `U-${number}`;
  const barcode = barcodeOf(number);
  const described = { kind: 'product', product: '可视门铃', serial: `SN${number}`, documents: [] };
  const components = [{ barcode, name: '主机' }];
  const data = { unit, ...described, components, customer, site: 'home' };
  const mark = { kind: 'barcode', number: barcode, unit } as const;
  return [
    written(unitEvents, `unit-${unit}`, [{ type: 'UnitRegistered', data }]),
    written(markEvents, markStreams.named(mark), [{ type: 'MarkPut', data: mark }]),
  ];
}

function written(
  types: EventTypes,
  stream: string,
  happened: readonly { readonly type: string; readonly data: object }[],
): StreamWrite {
  const commandId = newId();
  const origin = { correlationId: commandId, policyVersion: '2026.1' };
  const events = happened.map((each) => ({
    ...each,
    ...{ actor: SUPERVISOR, occurredAt: OCCURRED_AT, articles: ['R8'] },
  }));
  const cause = { commandId, commandHash: 'q1Zt0bM2R8yXw4LkPz7f9A', origin };
  return { stream, expected: 0, events: newEvents(types, stream, events, cause) };
}
