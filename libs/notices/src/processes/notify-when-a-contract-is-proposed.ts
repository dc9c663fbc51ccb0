import { unitEvents, type UnitEvent } from '@app/customers';
import { derivedId } from '@app/kernel';
import { only, send, type Process } from '@app/processes';
import { noticeStreams } from '../domain/notice.js';

const KEPT = ['UnitRegistered', 'UnitAccepted', 'UnitCorrected', 'UnitMoved'] as const;

type Handled = Extract<UnitEvent, { type: (typeof KEPT)[number] | 'ContractProposed' }>;

/** Who keeps the file of a unit; absent: nobody who works here entered anything. */
interface Keeping {
  readonly keeper?: string;
}

/** B2: whoever entered a unit's file last is told that its warranty ends, and that its owner is to be offered a contract. */
export const notifyWhenAContractIsProposed: Process<Keeping, Handled> = {
  name: 'notify-when-a-contract-is-proposed',
  startsAt: 'first-event',
  handles: only(unitEvents, [...KEPT, 'ContractProposed']),
  initialState: {},
  evolve(keeping, { type, actor }) {
    const keeper = actor.onBehalfOf ?? actor.id;
    const isNobodys = type === 'ContractProposed' || keeper.includes(':');
    return isNobodys || actor.role === 'process' ? keeping : { keeper };
  },
  react({ id, type, data, occurredAt: since }, { keeper: employee }) {
    if (type !== 'ContractProposed' || employee === undefined) return [];
    const { unit, until } = data;
    const notice = derivedId(id, employee);
    const about = { kind: 'contract-proposed', unit, until } as const;
    return [send(noticeStreams, notice, 'GiveNotice', { notice, employee, about, since })];
  },
};
