import { ticketSamples } from '@app/tickets/src/domain/fixtures/samples.js';

/** A repair from the call to the closing, a command each. */
const STEPS = [
  ...['TicketOpened', 'SlaDeadlineSet', 'SlaDeadlineSet', 'CustomerFileReviewed', 'FaultAnalysed'],
  ...['VisitScheduled', 'VisitPrepared', 'TechnicianDeparted', 'TechnicianArrived'],
  ...['CustomerGreeted', 'FaultDescribed', 'EntitlementChecked', 'ConsentGiven'],
  ...['IntegrityInspected', 'WorkStarted', 'PartConsumed', 'LabourLogged', 'RepairCompleted'],
  ...['SiteCleaned', 'ExplanationGiven', 'ServiceRecordSigned', 'CustomerCopyHandedOver'],
  ...['CardLeft', 'FarewellMade', 'ApologyMade', 'TechnicianLeft', 'VisitCompleted'],
  ...['TicketResolved', 'TicketClosed'],
] as (keyof typeof ticketSamples)[];

/** As much told of each step as can be told. */
export const lifeOfATicket = STEPS.map((type) => ({ type, data: ticketSamples[type] }));
