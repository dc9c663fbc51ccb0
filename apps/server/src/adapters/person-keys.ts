import { Injectable } from '@nestjs/common';
import { customerStreams } from '@app/customers';
import { PersonKeys } from '@app/customers/src/application/ports.js';
import { EventStore } from '@app/event-store';
import { FileStore } from '@app/files/src/file-store.js';
import { personNamed } from '@app/kernel';
import { Privacy } from '@app/privacy';
import { ticketStreams } from '@app/tickets';
import { personalFields } from '../store/open-store.js';

/** Streams read at a time. */
const BATCH = 50;

/** Destroys what opens the texts of a customer, and with it their files that nobody else names. */
@Injectable()
export class SealedPersonKeys extends PersonKeys {
  constructor(
    private readonly store: EventStore,
    private readonly privacy: Privacy,
    private readonly files: FileStore,
  ) {
    super();
  }

  async destroy(of: Parameters<PersonKeys['destroy']>[0]): Promise<void> {
    const { customer, tickets, sales, complaints = [] } = of;
    const streams = [customerStreams.named(customer), ...tickets.map(ticketStreams.named)];
    const hashes: string[] = [];
    for (let next = 0; next < streams.length; next += BATCH)
      hashes.push(...(await this.filesOf(streams.slice(next, next + BATCH))));
    const people = [
      personNamed('customer', customer),
      ...tickets.map((ticket) => personNamed('ticket', ticket)),
      ...sales.map((sale) => personNamed('sale', sale)),
      ...complaints.map((complaint) => personNamed('complaint', complaint)),
    ];
    // While their keys are there, what names the files can be read again after a crash. All at once: each time that
    // keys are destroyed their table is written anew.
    await this.files.remove(await this.privacy.files.forget(people, hashes));
    await this.privacy.destroy({ people });
  }

  private async filesOf(streams: readonly string[]): Promise<string[]> {
    const read = await this.store.readStreams(streams);
    return [...read].flatMap(([stream, events]) =>
      events.flatMap(({ type, data }) =>
        personalFields.filesOf(stream, type, data).map(({ file }) => file),
      ),
    );
  }
}
