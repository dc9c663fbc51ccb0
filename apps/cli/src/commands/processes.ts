import type { DataSource } from 'typeorm';
import type { EventStore } from '@app/event-store';
import { yearIsMissing } from '@app/calendar';
import { NotFound } from '@app/kernel';
import {
  failedDeadlines,
  parkedEvents,
  parkedStreams,
  processStatus,
  releaseDeadlines,
  releaseParked,
} from '@app/processes';
import { createDataSource } from '../../../server/src/database/data-source.js';
import { contextsOn, processes } from '../../../server/src/declared.js';
import { missingCalendar } from '../../../server/src/health/missing-calendar.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { onStore, type Where } from '../installation.js';
import { json, table, type Output } from '../output.js';

/** What a process failed on: its key is mostly a stream. */
interface Place {
  readonly process: string;
  readonly key: string;
}

/** How each process stands. */
export function runProcesses(
  where: Where,
  output: Output,
  options: { json?: boolean },
): Promise<ExitCode> {
  return onDatabase(where, async (dataSource, store) => {
    const all = await processStatus(dataSource, store, processes);
    const missing = await missingCalendar(dataSource, contextsOn(store));
    if (missing !== undefined) output.remark(yearIsMissing(missing)[output.language]);
    if (options.json) return say(output, json(all));
    const heads = {
      zh: ['流程', '落后', '搁置', '拒绝', '期限', '逾期', '最早逾期', '待公布年份', '执行者'],
      en: [
        'process',
        'lag',
        'parked',
        'refused',
        'deadlines',
        'overdue',
        'oldest',
        'awaits',
        'led by',
      ],
    };
    const rows = all.map((one) => [
      one.name,
      String(one.lagEvents),
      String(one.parkedEvents + one.failedDeadlines),
      String(one.refusals),
      String(one.deadlines),
      String(one.overdue),
      one.oldestOverdue?.toISOString() ?? '-',
      one.awaitedYear === null ? '-' : `${one.awaitingYear} (${one.awaitedYear})`,
      one.owner ?? '-',
    ]);
    return say(output, table([heads[output.language], ...rows]));
  });
}

/** All that is parked, the streams and the deadlines. */
export function runParkedList(
  where: Where,
  output: Output,
  options: { json?: boolean },
): Promise<ExitCode> {
  return onDatabase(where, async (dataSource) => {
    const [streams, deadlines] = await Promise.all([
      parkedStreams(dataSource),
      failedDeadlines(dataSource),
    ]);
    if (options.json) return say(output, json({ streams, deadlines }));
    const rows = [
      ...streams.map(({ process, key, position, type, waiting, fault }) => [
        process,
        key,
        `${position} ${type} +${waiting}`,
        fault,
      ]),
      ...deadlines.map(({ process, key, name, dueAt, fault }) => [
        process,
        key,
        `${name} ${dueAt.toISOString()}`,
        fault,
      ]),
    ];
    if (rows.length === 0)
      return say(output, { zh: '没有搁置的', en: 'nothing is parked' }[output.language]);
    return say(output, table(rows));
  });
}

/** @throws NotFound nothing is parked there */
export function runParkedShow(
  { process, key }: Place,
  where: Where,
  output: Output,
  options: { json?: boolean },
): Promise<ExitCode> {
  return onDatabase(where, async (dataSource) => {
    const events = await parkedEvents(dataSource, process, key);
    if (events.length === 0) throw nothingThere(process, key);
    if (options.json) return say(output, json(events));
    const rows = events.map(({ position, stream, type, fault }) => [
      position,
      stream,
      type,
      fault ?? '',
    ]);
    return say(output, table(rows));
  });
}

/** A running service takes it up at once, another as it starts. @throws NotFound nothing is parked there */
export function runParkedRelease(
  { process, key }: Place,
  where: Where,
  output: Output,
): Promise<ExitCode> {
  return onDatabase(where, async (dataSource) => {
    const events = await releaseParked(dataSource, process, key);
    const deadlines = await releaseDeadlines(dataSource, process, key);
    if (!events && !deadlines) throw nothingThere(process, key);
    const released = {
      zh: `已放行 ${key}：由运行中的服务依次处理；再次出错则再次搁置`,
      en: `${key} is released: a running service takes it up in order, and what fails again is parked again`,
    };
    return say(output, released[output.language]);
  });
}

function say(output: Output, text: string): ExitCode {
  output.result(text);
  return EXIT.ok;
}

function nothingThere(process: string, key: string): NotFound {
  return new NotFound('not-parked', {
    zh: `流程 ${process} 没有搁置 ${key}；parked list 列出全部`,
    en: `nothing of ${key} is parked by ${process}; parked list shows all`,
  });
}

function onDatabase(
  where: Where,
  work: (dataSource: DataSource, store: EventStore) => Promise<ExitCode>,
): Promise<ExitCode> {
  return onStore(where, async (store, { url }) => {
    const dataSource = await createDataSource(url, {
      applicationName: 'service-centre-processes',
    }).initialize();
    return work(dataSource, store).finally(() => dataSource.destroy());
  });
}
