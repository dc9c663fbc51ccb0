import { NotPossible, noSuch } from '@app/kernel';
import type { Contract, DrawnContract } from './contract.state.js';

export const unknownContract = noSuch('contract', { zh: '这份合同', en: 'contract' });

/** @throws NotFound there is no such contract */
export function requireDrawn(contract: Contract): DrawnContract {
  if (contract.status === 'none') throw unknownContract();
  return contract;
}

export function requireDraft(contract: Contract): DrawnContract {
  const drawn = requireDrawn(contract);
  if (drawn.status === 'drafted') return drawn;
  throw new NotPossible('concluded-already', {
    zh: '双方已经签署，只能变更或续签',
    en: 'both have signed it; it can be amended or renewed',
  });
}

export function requireConcluded(contract: Contract): DrawnContract {
  const drawn = requireDrawn(contract);
  if (drawn.status !== 'drafted') return drawn;
  throw new NotPossible('not-concluded', {
    zh: '双方尚未都签署',
    en: 'the two sides have not both signed it',
  });
}

export function requireInForce(contract: Contract): DrawnContract {
  const concluded = requireConcluded(contract);
  if (concluded.status === 'in-force') return concluded;
  throw over();
}

export function over(): NotPossible {
  return new NotPossible('contract-over', { zh: '合同已经终止', en: 'the contract is over' });
}

/** What each event of a contract begins with. */
export function idsOf({ contract, customer }: DrawnContract) {
  return { contract, customer };
}
