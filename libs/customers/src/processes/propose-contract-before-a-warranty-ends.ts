import { instantOf, localDate, plusDays, type Instant, type LocalDate } from '@app/kernel';
import { policyAt } from '@app/policy';
import { only, send, type Process, type Reaction } from '@app/processes';
import { unitEvents, type UnitEvent } from '../domain/unit/unit.events.js';
import { unitStreams } from '../domain/unit/unit.state.js';

const TOLD = [
  'UnitRegistered',
  'UnitAccepted',
  'UnitCorrected',
  'UnitMoved',
  'UnitRetired',
] as const;

type Told = Extract<UnitEvent, { type: (typeof TOLD)[number] }>;

/** The last day of the warranty, as it is known. */
interface Warranted {
  readonly until?: LocalDate;
}

/**
 * B2: before a warranty ends the owner is offered a contract, so many days ahead as the edition says that is
 * in force when the warranty is told. A unit that changes hands within those days is offered to whoever gets
 * it; of a warranty that has ended when it is told, nothing is offered.
 */
export const proposeContractBeforeAWarrantyEnds: Process<Warranted, Told> = {
  name: 'propose-contract-before-a-warranty-ends',
  startsAt: 'first-event',
  handles: only(unitEvents, TOLD),
  initialState: {},
  evolve: (state, event) => (event.type === 'UnitRetired' ? undefined : known(event, state)),
  react(event, state) {
    const { data, type, occurredAt } = event;
    const { until } = known(event, state);
    const isOver = until !== undefined && until < localDate(occurredAt);
    if (type === 'UnitRetired' || until === undefined || isOver) return [{ withdraw: 'propose' }];
    return [proposes(data.unit, until, occurredAt)];
  },
};

function known(event: Told, state: Warranted): Warranted {
  if (event.type === 'UnitMoved' || event.type === 'UnitRetired') return state;
  const { warranty } = event.data;
  return warranty ? { until: warranty.until } : {};
}

function proposes(unit: string, until: LocalDate, told: Instant): Reaction {
  const due = instantOf(plusDays(until, -policyAt(told).contractProposedDays), '00:00');
  const propose = send(unitStreams, unit, 'ProposeContract', { until });
  return { deadline: 'propose', at: due < told ? told : due, send: propose };
}
