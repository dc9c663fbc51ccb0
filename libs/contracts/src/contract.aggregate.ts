import { aggregate, changes, creates, internal } from '@app/aggregates';
import { appeals, reviews } from '@app/findings/src/http/reviews.js';
import { managers, office, planners } from '@app/identity';
import { contractAccount } from './contract-account.js';
import { unknownContract } from './domain/preconditions.js';
import { contractDecider } from './domain/contract.decider.js';
import { contractEvents } from './domain/contract.events.js';
import { contractStreams } from './domain/contract.state.js';
import * as form from './http/contract.dto.js';
import { readContract } from './permissions.js';

export const contracts = aggregate({
  streams: contractStreams,
  decider: contractDecider,
  events: contractEvents,
  path: 'contracts',
  id: 'contract',
  commands: {
    DraftContract: creates(form.DraftContractDto, [...managers, 'sales']),
    ReviseDraft: changes(form.ReviseDraftDto, [...managers, 'sales']),
    SignContract: changes(form.SignContractDto, managers),
    AmendContract: changes(form.AmendContractDto, managers),
    RenewContract: changes(form.RenewContractDto, managers),
    TerminateContract: changes(form.TerminateContractDto, managers),
    AskForRetraining: changes(form.AskForRetrainingDto, [...office, 'sales']),
    MoveMaintenance: changes(form.MoveMaintenanceDto, planners),
    DraftWarranty: internal,
    EndContract: internal,
    PlanMaintenance: internal,
    OpenMaintenance: internal,
    FindMaintenanceUndone: internal,
    RecordMaintenance: internal,
    ReviewFinding: reviews,
    ReopenVerdict: appeals,
  },
  shows: {
    as: form.ContractBody,
    summary:
      'A contract: its terms as they hold from when on, and its rounds of maintenance (B2, B3).',
    to: readContract,
    unknown: unknownContract,
    body: (contract) => {
      const { findings: _, ...shown } = contract;
      return shown;
    },
  },
  account: contractAccount,
});
