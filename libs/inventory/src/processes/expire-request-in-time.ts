import { only, send, type Process } from '@app/processes';
import {
  stockEvents,
  type MaterialIssued,
  type MaterialRequested,
  type MaterialRequestWithdrawn,
} from '../domain/stock/stock.events.js';
import { stockStreams } from '../domain/stock/stock.state.js';

/** R12: what was asked for and nobody has issued waits until a certain time; that it is over is written down then. */
export const expireRequestInTime: Process<
  Record<string, never>,
  MaterialRequested | MaterialRequestWithdrawn | MaterialIssued
> = {
  name: 'expire-request-in-time',
  startsAt: 'first-event',
  handles: only(stockEvents, ['MaterialRequested', 'MaterialRequestWithdrawn', 'MaterialIssued']),
  initialState: {},
  evolve: () => undefined,
  react({ type, data }) {
    const { sku, place, slip } = data;
    if (type !== 'MaterialRequested') return [{ withdraw: slip }];
    const expire = send(stockStreams, sku, 'ExpireMaterialRequest', { sku, place, slip });
    return [{ deadline: slip, at: data.until, send: expire }];
  },
};
