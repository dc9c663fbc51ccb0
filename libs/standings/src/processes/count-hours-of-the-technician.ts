import { localDate, type Span } from '@app/kernel';
import { only, type Process, type Reaction } from '@app/processes';
import {
  ticketEventTypes,
  type LabourCorrected,
  type LabourLogged,
  type LabourWithdrawn,
} from '@app/tickets';
import { counts } from './count-sales-of-the-seller.js';

type Labour = LabourLogged | LabourCorrected | LabourWithdrawn;

/**
 * D32, D34, D36: hours that are logged count for whoever worked, in the month in which the work began;
 * what is put right or withdrawn is taken off where it had counted.
 */
export const countHoursOfTheTechnician: Process<null, Labour> = {
  name: 'count-hours-of-the-technician',
  startsAt: 'first-event',
  handles: only(ticketEventTypes, ['LabourLogged', 'LabourCorrected', 'LabourWithdrawn']),
  initialState: null,
  evolve: () => undefined,
  react({ type, data, stream }) {
    const hours = ({ span, hours: amount }: { span: Span; hours: string }, sign = ''): Reaction[] =>
      counts(data.technician, {
        of: 'hours',
        month: localDate(span.from).slice(0, 7),
        amount: `${sign}${amount}`,
        stream,
        entry: String(data.entry),
        span,
      });
    const off = type === 'LabourLogged' ? [] : hours(data.before, '-');
    return type === 'LabourWithdrawn' ? off : [...off, ...hours(data)];
  },
};
