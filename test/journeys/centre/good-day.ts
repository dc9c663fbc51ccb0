import type { OutcomeBody } from '@app/http';
import type { Span } from '@app/kernel';
import { at, DAY, span, type Centre } from './centre.js';

/** One step of a ticket: who takes it, the command, the time of the day, and the command's data. */
export type Step = readonly [by: string, command: string, time: string, data?: object];

export const call = (ticket: string, time = '08:00') => ({
  ticket,
  source: 'hotline',
  fault: '空调不制冷',
  name: '孙丽',
  phone: '13800000001',
  address: '人民路 8 号 3 单元 502',
  landmark: '人民公园东门',
  occurredAt: at(time),
});

/** What Li Wei needs to go out: he is hired, and has the tool and the parts in hand. */
export async function equip(centre: Centre, technician = 'li-wei', capacitors = 1): Promise<void> {
  await centre.hire(technician);
  const meter = { tool: 'T-100', name: '万用表', serial: 'FLK-87-0042', class: 'meter' };
  await centre.done('storekeeper', 'tools', meter);
  await centre.done('storekeeper', 'tools/T-100/check-out-tool', { employee: technician });
  await centre.done(technician, 'tools/T-100/accept-tool', {});
  await centre.done('storekeeper', 'locations', { location: 'main', name: '总库', kind: 'store' });
  await stock(centre, 'CAP-35');
  await give(centre, technician, capacitors);
}

/** A product that whoever shows its document has bought, in warranty for as long as the journeys play. */
export async function warrant(centre: Centre, document = 'W-1'): Promise<void> {
  const terms = { document: 'ZB-1', until: '2099-12-31' };
  const product = { unit: `U-${document}`, kind: 'product', product: '空调', purchasedOn: DAY };
  await centre.done('supervisor', 'units', { ...product, documents: [document], terms });
}

/** A hundred pieces of a new material come into the store. */
export async function stock(centre: Centre, sku: string): Promise<void> {
  const piece = { sku, name: `电容 ${sku}`, unit: '只', decimals: 0, class: 'electric' };
  await centre.done('storekeeper', 'materials', piece);
  await centre.done('storekeeper', `stock/${sku}/receive-material`, {
    place: 'main',
    quantity: 100,
    unitCost: '12.00',
    supplier: '华东电子',
    deliveryNote: 'D-77',
  });
}

/** So many pieces go into the hands of a technician, who says that they have arrived. */
export async function give(
  centre: Centre,
  technician: string,
  quantity: number,
  sku = 'CAP-35',
): Promise<void> {
  const issue = { place: 'main', to: `hands-${technician}`, quantity };
  const { events } = await centre.done('storekeeper', `stock/${sku}/issue-material`, issue);
  const { slip } = events[0]!.data as { slip: string };
  await centre.done(technician, `stock/${sku}/accept-material`, { place: 'main', slip });
}

/** Takes the steps one after the other; each must succeed. Answers with what came of the last. */
export async function take(
  centre: Centre,
  ticket: string,
  steps: readonly Step[],
): Promise<OutcomeBody> {
  let last: OutcomeBody | undefined;
  for (const [by, command, time, data] of steps) {
    last = await centre.done(by, `tickets/${ticket}/${command}`, {
      ...data,
      occurredAt: at(time),
    });
  }
  return last!;
}

/** A ticket with a visit planned for the technician. */
export async function plan(
  centre: Centre,
  ticket: string,
  technician = 'li-wei',
  window = span('09:00', '11:00'),
): Promise<OutcomeBody> {
  await centre.done('hotline', 'tickets', call(ticket));
  return take(centre, ticket, [visitIn(window, technician)]);
}

/** A visit is planned after the call. */
export const visitIn = (window: Span, technician = 'li-wei'): Step => [
  'dispatcher',
  'schedule-visit',
  '08:20',
  { technician, window, atCustomersWish: false },
];

/** From the door to the first screw, for work that costs the customer nothing. */
export const untilWork = (by = 'li-wei', visit = 1): Step[] => [
  [by, 'depart', '09:00', { visit }],
  [by, 'record-arrival', '09:10', { visit }],
  [by, 'check-entitlement', '09:15', { visit, document: 'W-1' }],
  [by, 'record-consent', '09:16', { visit, by: '孙丽' }],
  [
    by,
    'inspect-integrity',
    '09:18',
    { visit, partsComplete: true, tamperingSigns: false, photos: [] },
  ],
  [by, 'start-work', '09:20', { visit }],
];
