import type { NewEvent } from '@app/event-store';
import { derivedId, newId } from '@app/kernel';

const DATA = {
  visit: 1,
  window: { from: '2026-03-02T01:00:00.000Z', until: '2026-03-02T03:00:00.000Z' },
  technician: 'employee-7',
  address: '滨海市海港区人民路 128 号 3 单元 402 室',
  landmark: '建设银行对面',
  note: '上门前半小时联系',
};

/** The only event of a command: some 290 bytes of data, with the whole envelope. */
export function visitPlanned(stream: string, commandId: string = newId()): NewEvent {
  return {
    id: derivedId(commandId, '0'),
    type: 'VisitPlanned',
    schemaVersion: 1,
    data: { ticket: stream, ...DATA },
    meta: {
      occurredAt: new Date().toISOString(),
      actor: { id: 'employee-3', role: 'dispatcher' },
      articles: ['V6', 'V7'],
      commandId,
      commandHash: 'q1Zt0bM2R8yXw4LkPz7f9A',
      correlationId: newId(),
      causationId: commandId,
      policyVersion: '2026-01',
      traceParent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    },
  };
}
