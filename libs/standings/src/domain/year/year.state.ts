import { streamsOf, type Instant } from '@app/kernel';
import type { YearEvent } from './year.events.js';

/** A calendar year of the whole service centre. Stream `year-<year>`. */
export interface CentreYear {
  readonly closed: boolean;
  /**
   * How often something of its facts was changed after its last day, as far as the stream was read: who
   * closes it has looked at everybody since the last time.
   */
  readonly touches: number;
  readonly since?: Instant;
}

export const yearStreams = streamsOf<CentreYear, { year: string }>('year', ['year']);

export function openYear(): CentreYear {
  return { closed: false, touches: 0 };
}

/** The year after an event. What is stored is taken as it is, in any order. */
export function evolveYear({ touches }: CentreYear, event: YearEvent): CentreYear {
  const since = event.occurredAt;
  switch (event.type) {
    case 'CentreYearClosed':
      return { closed: true, touches, since };
    case 'CentreYearReopened':
      return { closed: false, touches, since };
    case 'CentreYearTouched':
      return { closed: false, touches: touches + 1, since };
  }
}
