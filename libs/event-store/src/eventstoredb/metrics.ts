/** The counters of the store. */
export class StoreCounters {
  storedEvents = 0;
  collisions = 0;
  reconnects = 0;
}
