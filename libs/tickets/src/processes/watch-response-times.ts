import type { Instant } from '@app/kernel';
import { only, send, type Process, type Reaction } from '@app/processes';
import { ticketEventTypes, ticketStreams, type ClockEvent } from '../contract.js';
import { lapseOf } from '../domain/clocks/running-time.js';
import type { OfClock, Reading } from '../domain/clocks/clock.events.js';

/** At what moments a clock may have something to say. */
const MOMENTS = ['warning', 'lapse', 'resumption', 'calendar'] as const;

/** The clocks of a ticket are looked at when they have something to say: the ticket itself then finds out what (B2). */
export const watchResponseTimes: Process<null, ClockEvent> = {
  name: 'watch-response-times',
  startsAt: 'first-event',
  handles: only(ticketEventTypes, [
    'SlaDeadlineSet',
    'SlaPaused',
    'SlaResumed',
    'SlaWarned',
    'SlaMet',
    'SlaBreached',
    'SlaCorrected',
  ]),
  initialState: null,
  evolve: () => undefined,
  react({ stream, type, data, occurredAt }) {
    const watch = send(ticketStreams, stream.slice('ticket-'.length), 'WatchClocks');
    switch (type) {
      case 'SlaDeadlineSet':
      case 'SlaResumed':
        return runs(data, occurredAt, watch);
      case 'SlaCorrected':
        return data.verdict === 'running' ? runs(data, occurredAt, watch) : over(data);
      case 'SlaPaused': {
        const { until } = data.pause;
        const resumption = nameOf(data, 'resumption');
        return [
          { withdraw: nameOf(data, 'warning') },
          { withdraw: nameOf(data, 'lapse') },
          until === null
            ? { withdraw: resumption }
            : { deadline: resumption, at: until, send: watch },
        ];
      }
      case 'SlaWarned':
        return [{ withdraw: nameOf(data, 'warning') }];
      case 'SlaMet':
      case 'SlaBreached':
        return over(data);
    }
  },
};

function nameOf({ clock, round }: OfClock, moment: (typeof MOMENTS)[number]): string {
  return `${clock}-${round}-${moment}`;
}

/** Where a clock waits for a year of the working calendar, it is looked at as soon as that is published. */
function runs(data: OfClock & Reading, after: Instant, watch: ReturnType<typeof send>): Reaction[] {
  const { due, warnAt, awaits } = data;
  const [warning, lapse, calendar] = [
    nameOf(data, 'warning'),
    nameOf(data, 'lapse'),
    nameOf(data, 'calendar'),
  ];
  const resumes = { withdraw: nameOf(data, 'resumption') };
  const warned = { deadline: warning, at: warnAt, send: watch };
  if (awaits === undefined) {
    const known = { deadline: lapse, at: lapseOf(due), send: watch };
    return [resumes, warned, known, { withdraw: calendar }];
  }
  return [
    resumes,
    warnAt < due ? warned : { withdraw: warning },
    { withdraw: lapse },
    { deadline: calendar, at: { after, published: awaits }, send: watch },
  ];
}

function over(data: OfClock): Reaction[] {
  return MOMENTS.map((moment) => ({ withdraw: nameOf(data, moment) }));
}
