import { instantOf, plusDays, type LocalDate } from '@app/kernel';
import { only, send, type Process, type Reaction } from '@app/processes';
import { contractEvents, type ContractOwnEvent } from '../domain/contract.events.js';
import { contractStreams } from '../domain/contract.state.js';

type Handled = Extract<
  ContractOwnEvent,
  {
    type: 'ContractConcluded' | 'ContractRenewed' | 'ContractTerminated';
  }
>;

/** A contract ends with its last day, which another agreement may move (B2). */
export const endContractsOnTheirDay: Process<null, Handled> = {
  name: 'end-contracts-on-their-day',
  startsAt: 'first-event',
  handles: only(contractEvents, ['ContractConcluded', 'ContractRenewed', 'ContractTerminated']),
  initialState: null,
  evolve: () => undefined,
  react({ type, data }) {
    return [endsAfter(data.contract, type === 'ContractTerminated' ? data.on : data.until)];
  },
};

function endsAfter(contract: string, last: LocalDate): Reaction {
  const at = instantOf(plusDays(last, 1), '00:00');
  return { deadline: 'end', at, send: send(contractStreams, contract, 'EndContract') };
}
