import { reopenVerdict, reviewFinding } from '@app/findings';
import type { Decider } from '@app/kernel';
import * as agreeing from './agreeing.js';
import type { ContractCommand } from './contract.commands.js';
import { draftWarranty } from './draft-warranty.js';
import type { ContractEvent } from './contract.events.js';
import { evolve, initialState, type Contract } from './contract.state.js';
import * as maintaining from './maintaining.js';
import { planMaintenance } from './planning.js';

type Step<C extends ContractCommand> = (command: C, contract: Contract) => readonly ContractEvent[];

/** Everything that can be asked of a contract, and what answers. */
const steps: { readonly [C in ContractCommand as C['type']]: Step<C> } = {
  DraftContract: agreeing.draftContract,
  ReviseDraft: agreeing.reviseDraft,
  SignContract: agreeing.signContract,
  AmendContract: agreeing.amendContract,
  RenewContract: agreeing.renewContract,
  TerminateContract: agreeing.terminateContract,
  DraftWarranty: draftWarranty,
  EndContract: agreeing.endContract,
  AskForRetraining: agreeing.askForRetraining,
  PlanMaintenance: planMaintenance,
  OpenMaintenance: maintaining.openMaintenance,
  MoveMaintenance: maintaining.moveMaintenance,
  FindMaintenanceUndone: maintaining.findMaintenanceUndone,
  RecordMaintenance: maintaining.recordMaintenance,
  ReviewFinding: reviewFinding,
  ReopenVerdict: reopenVerdict,
};

/** What the two sides agree on, and the maintenance that follows from it. Stream `contract-<id>`. */
export const contractDecider: Decider<ContractCommand, Contract, ContractEvent> = {
  initialState,
  evolve,
  decide: (command, contract) => (steps[command.type] as Step<ContractCommand>)(command, contract),
};
