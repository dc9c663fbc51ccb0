import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { datesOf, localDate, type Instant, type LocalDate } from '@app/kernel';
import { Contexts } from '@app/event-store';
import { AsOf } from '@app/projections';
import { otherwiseOnFile } from './on-file.js';
import { dayKey, technicianDay } from './technician-day.projection.js';
import {
  TechnicianDayRow,
  type DayItem,
  type DayVisit,
  type TechnicianDayAnswer,
} from './technician-day.row.js';

/** A technician's visits of one business date. */
export class TechnicianDayQuery extends Query<TechnicianDayAnswer> {
  constructor(
    readonly employee: string,
    readonly date: LocalDate,
    readonly minPosition: bigint,
  ) {
    super();
  }
}

@QueryHandler(TechnicianDayQuery)
export class TechnicianDayHandler implements IQueryHandler<TechnicianDayQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
    private readonly contexts: Contexts,
  ) {}

  async execute({ employee, date, minPosition }: TechnicianDayQuery): Promise<TechnicianDayAnswer> {
    const selection = this.dataSource
      .getRepository(TechnicianDayRow)
      .createQueryBuilder('t')
      .where('t.days @> ARRAY[:day]::text[]', { day: dayKey(employee, date) });
    const { position, rows } = await this.asOf.read(technicianDay.name, minPosition, () =>
      selection.getMany(),
    );
    const onFile = await otherwiseOnFile(rows, this.contexts);
    const visits = rows
      .flatMap((ticket) =>
        ticket.visits
          .filter(isOn(employee, date))
          .map((visit) => ({ ...item(ticket, visit), onFile: onFile(ticket) })),
      )
      .sort(
        (a, b) =>
          compare(beginOf(a, date), beginOf(b, date)) ||
          compare(a.ticket, b.ticket) ||
          a.visit - b.visit,
      );
    return { employee, date, visits, position: position.toString() };
  }
}

function isOn(employee: string, date: LocalDate) {
  return ({ technician, others, dates }: DayVisit) =>
    [technician, ...others].includes(employee) && dates.includes(date);
}

function item(row: TechnicianDayRow, visit: DayVisit): Omit<DayItem, 'onFile'> {
  const {
    ticket,
    status,
    emergency,
    customer,
    site,
    name,
    phone,
    address,
    landmark,
    fault,
    responseDue,
    restorationDue,
    neededTools,
    neededParts,
  } = row;
  const {
    visit: number,
    technician,
    others,
    window,
    progress,
    came,
    awaitsNext,
    missed,
    absentAt,
    atCustomersWish,
    delayedUntil,
    resumesAt,
    packed,
  } = visit;
  return {
    ticket,
    ticketStatus: status,
    emergency,
    customer,
    site,
    name,
    phone,
    address,
    landmark,
    fault,
    responseDue,
    restorationDue,
    neededTools,
    neededParts,
    visit: number,
    technician,
    others,
    window,
    progress,
    came,
    awaitsNext,
    missed,
    absentAt,
    atCustomersWish,
    delayedUntil,
    resumesAt,
    packed,
  };
}

/** When the visit begins on that date: by its window, or where the work goes on only then. */
function beginOf({ window, resumesAt }: DayItem, date: LocalDate): Instant {
  return resumesAt !== null && localDate(resumesAt) === date && !datesOf(window).includes(date)
    ? resumesAt
    : window.from;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
