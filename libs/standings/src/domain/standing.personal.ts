import { none } from '@app/kernel';

/** What is said here is said of our own people; nothing of it is sealed. */
export const standingPersonal = none(
  'OpeningActsEntered',
  'OpeningActsApproved',
  'ActTakenBack',
  'CaseOpened',
  'CaseVerified',
  'CaseDropped',
  'ActProposed',
  'EmployeeHeard',
  'ActDecided',
  'TransferOrdered',
  'SuccessorNamed',
  'ActDeclined',
  'AppealFiled',
  'ActRevoked',
  'ActReduced',
  'AppealRejected',
  'SharePaid',
  'PeriodEvaluated',
  'ActTakenOver',
  'ShortageRecorded',
  'ProfitNoted',
  'YearClosed',
  'YearReopened',
);
