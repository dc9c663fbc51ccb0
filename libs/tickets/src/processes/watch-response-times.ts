import { only, send, type Process, type Reaction } from '@app/processes';
import { ticketEventTypes, ticketStreams, type ClockEvent } from '../contract.js';
import { lapseOf } from '../domain/clocks/running-time.js';
import type { OfClock, Reading } from '../domain/clocks/clock.events.js';

/** At what moments a clock may have something to say. */
const MOMENTS = ['warning', 'lapse', 'resumption'] as const;

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
  react({ stream, type, data }) {
    const watch = send(ticketStreams, stream.slice('ticket-'.length), 'WatchClocks');
    switch (type) {
      case 'SlaDeadlineSet':
      case 'SlaResumed':
        return runs(data, watch);
      case 'SlaCorrected':
        return data.verdict === 'running' ? runs(data, watch) : over(data);
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

function runs(data: OfClock & Reading, watch: ReturnType<typeof send>): Reaction[] {
  return [
    { withdraw: nameOf(data, 'resumption') },
    { deadline: nameOf(data, 'warning'), at: data.warnAt, send: watch },
    { deadline: nameOf(data, 'lapse'), at: lapseOf(data.due), send: watch },
  ];
}

function over(data: OfClock): Reaction[] {
  return MOMENTS.map((moment) => ({ withdraw: nameOf(data, moment) }));
}
