import { newId } from '@app/kernel';

/** Where each worker's next append goes: to a stream of its own, and to a new one when that is full. */
export class WorkerStreams {
  private readonly current = new Map<
    number,
    { stream: string; version: number; appends: number }
  >();

  constructor(
    private readonly appendsPerStream: number,
    private readonly eventsPerAppend: number,
  ) {}

  /** The stream, and its version before this append. */
  next(worker: number): { stream: string; version: number } {
    let place = this.current.get(worker);
    if (!place || place.appends === this.appendsPerStream) {
      place = { stream: `ticket-${newId()}`, version: 0, appends: 0 };
      this.current.set(worker, place);
    }
    const { stream, version } = place;
    place.appends++;
    place.version += this.eventsPerAppend;
    return { stream, version };
  }
}
