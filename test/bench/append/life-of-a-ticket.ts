import { clocksSet } from '@app/tickets/src/testing/clocks.past.js';
import * as past from '@app/tickets/src/testing/past.js';
import * as visit from '@app/tickets/src/testing/on-site.past.js';

/** A repair in warranty from the call to the closing, a command each. */
export const lifeOfATicket = [
  past.opened(),
  ...clocksSet,
  past.fileReviewed(),
  past.faultAnalysed(),
  past.scheduled(),
  past.prepared(),
  past.departed(),
  past.arrived(),
  visit.greeted(),
  visit.faultDescribed(),
  visit.entitled(),
  visit.consented(),
  visit.inspected(),
  past.workStarted(),
  visit.partConsumed(),
  visit.labourLogged('09:50', '10:30'),
  past.repaired(),
  visit.cleaned(),
  visit.explained('discrepancy'),
  visit.signed(),
  visit.copyHandedOver(),
  visit.cardLeft(),
  visit.farewell(),
  visit.apologised(),
  past.left(),
  past.visitCompleted(),
  past.resolved(),
  past.closed(),
];
