import {
  alreadyRegistered,
  eventTable,
  none,
  Invalid,
  noSuch,
  streams,
  type Command,
  type Decider,
  type DomainEvent,
} from '@app/kernel';
import { happened } from '@app/policy';

/** A store room or a van. */
export interface LocationEntry {
  readonly location: string;
  readonly name: string;
  readonly kind: 'store' | 'van';
}

export type LocationRegistered = DomainEvent<'LocationRegistered', LocationEntry>;
export type RegisterLocation = Command<'RegisterLocation', LocationEntry>;

/** A place where material is kept that is nobody's hands. Stream `location-<id>`. */
export type Location =
  { readonly status: 'none' } | ({ readonly status: 'registered' } & LocationEntry);

export const locationStreams = streams<Location>('location');

/* These names and shapes are stored for ever; a change of shape is a new schema version. */
export const locationEvents = eventTable<LocationRegistered>(
  {
    LocationRegistered: { location: 'main', name: '总库', kind: 'store' },
  },
  none('LocationRegistered'),
);

export const locationDecider: Decider<RegisterLocation, Location, LocationRegistered> = {
  initialState: () => ({ status: 'none' }),
  evolve: (_, { data }) => ({ status: 'registered', ...data }),
  decide(command, location) {
    if (location.status !== 'none') throw alreadyRegistered({ zh: '库位', en: 'location' });
    // Nor in other letters: people would read it as somebody's hands.
    if (handsAt(command.data.location.toLowerCase()) !== undefined) throw namedAsHands();
    return [happened(command, 'LocationRegistered', command.data, ['R11'])];
  },
};

/** What stands before an employee's id where the place is their hands; no location is named so. */
const HANDS = 'hands-';

/** The place that an employee's hands are. */
export function handsOf(employee: string): string {
  return `${HANDS}${employee}`;
}

/** Whose hands a place is; undefined: it is a location. */
export function handsAt(place: string): string | undefined {
  return place.startsWith(HANDS) ? place.slice(HANDS.length) : undefined;
}

export const unknownLocation = noSuch('location', { zh: '这个库位', en: 'location' });

function namedAsHands(): Invalid {
  const says = {
    zh: `库位编号不得以 ${HANDS} 开头，该前缀表示人员手中`,
    en: `the id of a location does not begin with ${HANDS}, which stands for somebody's hands`,
  };
  return new Invalid('location-named-as-hands', says, '/location');
}
