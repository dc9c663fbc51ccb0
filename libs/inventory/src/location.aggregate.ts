import { aggregate, creates } from '@app/aggregates';
import { chinese, plainAccount, quoted, who } from '@app/audit/src/words/index.js';
import { stores } from '@app/identity';
import {
  locationDecider,
  locationEvents,
  locationStreams,
  unknownLocation,
  type LocationRegistered,
} from './domain/location/location.js';
import { LocationBody, RegisterLocationDto } from './http/material.dto.js';
import { readInventory } from './permissions.js';

const KINDS = {
  store: { zh: '库房', en: 'store room' },
  van: { zh: '车辆', en: 'van' },
} as const;

export const locations = aggregate({
  streams: locationStreams,
  decider: locationDecider,
  events: locationEvents,
  path: 'locations',
  id: 'location',
  commands: { RegisterLocation: creates(RegisterLocationDto, stores) },
  shows: {
    as: LocationBody,
    summary: 'A store room or a van (R11).',
    to: readInventory,
    unknown: unknownLocation,
  },
  account: plainAccount<LocationRegistered>({
    LocationRegistered: ({ data: { location, name, kind }, actor }) => ({
      zh: chinese`${who(actor).zh}登记${KINDS[kind].zh}${location}：${quoted(name)}。`,
      en: `${who(actor).en} registered ${KINDS[kind].en} ${location}: ${quoted(name)}.`,
    }),
  }),
});
