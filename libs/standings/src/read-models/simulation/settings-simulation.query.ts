import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Contexts, EventStore, type RecordedEvent } from '@app/event-store';
import { localDate, type Instant } from '@app/kernel';
import type { ServiceSettings } from '@app/policy';
import { clocksUnder, ticketStreams } from '@app/tickets';
import { unknownEdition } from '../../domain/edition/edition.decider.js';
import { SERVICE_SETTINGS, settingsStreams } from '../../domain/edition/edition-line.js';
import { withShipped } from '../../domain/edition/settings.js';
import type { SettingsSimulationBody } from './settings-simulation.dto.js';

/** Some tickets of a year under an edition of the service settings, after one of them. */
export class SettingsSimulationQuery extends Query<SettingsSimulationBody> {
  /** @param page.after position of the last ticket that was judged; 0: none was */
  constructor(
    readonly edition: string,
    readonly page: { readonly year: string; readonly after: bigint; readonly limit: number },
    readonly now: Instant,
  ) {
    super();
  }
}

@QueryHandler(SettingsSimulationQuery)
export class SettingsSimulationHandler implements IQueryHandler<SettingsSimulationQuery> {
  constructor(
    private readonly store: EventStore,
    private readonly contexts: Contexts,
  ) {}

  /** @throws NotFound `unknown-edition` */
  async execute({ edition: named, page, now }: SettingsSimulationQuery) {
    const { sla, notTried } = await this.settings(named);
    const { after, limit, year } = page;
    const opened = await this.store.readAll({ after, limit, types: ['TicketOpened'] });
    const ids = opened.events.filter((each) => isOf(each, year)).map(ticketOf);
    const tickets = await this.contexts.readMany(ticketStreams, ids);
    const items = tickets.map((ticket, index) => ({
      ticket: ids[index]!,
      clocks: [...clocksUnder(ticket, sla, now)],
    }));
    return {
      edition: named,
      year,
      judged: ids.length,
      done: opened.scannedTo.toString(),
      total: (await this.store.head()).toString(),
      items: items.filter(({ clocks }) => clocks.length > 0),
      notTried,
      next: opened.atHead ? null : opened.scannedTo.toString(),
    };
  }

  private async settings(named: string) {
    const line = await this.contexts.read(settingsStreams, { line: SERVICE_SETTINGS });
    const { editions } = withShipped(SERVICE_SETTINGS, line);
    const edition = editions.find((each) => each.edition === named);
    if (!edition) throw unknownEdition('/edition');
    const [shipped, ...others] = editions;
    const inForce = others.findLast(({ inForceFrom }) => inForceFrom !== undefined) ?? shipped!;
    return { sla: edition.text.sla, notTried: changedBeside(edition.text, inForce.text) };
  }
}

/** What of an edition is otherwise than in another, but for the response times. */
function changedBeside(text: ServiceSettings, other: ServiceSettings): string[] {
  const parts = Object.keys(text).filter((part) => part !== 'sla') as (keyof ServiceSettings)[];
  return parts.filter((part) => JSON.stringify(text[part]) !== JSON.stringify(other[part]));
}

/** A ticket is of the year in which its call came. */
function isOf({ occurredAt }: RecordedEvent, year: string): boolean {
  return localDate(occurredAt).startsWith(year);
}

function ticketOf({ stream }: RecordedEvent): string {
  return stream.slice(ticketStreams.named('').length);
}
