import { Gauge, type Registry } from 'prom-client';
import type { Processes, ProcessStatus } from '@app/processes';

/** What is told of each process. */
const FIGURES: readonly [string, string, (status: ProcessStatus) => number][] = [
  ['process_lag_events', 'Events of the log not yet looked at', ({ lagEvents }) => lagEvents],
  ['process_parked_streams', 'Streams that wait for a mend', ({ parkedStreams }) => parkedStreams],
  ['process_parked_events', 'Events in them', ({ parkedEvents }) => parkedEvents],
  [
    'process_refusals',
    'Commands that the domain refused within 24 hours',
    ({ refusals }) => refusals,
  ],
  ['process_deadlines', 'Deadlines that are set', ({ deadlines }) => deadlines],
  [
    'process_deadlines_awaiting_year',
    'Deadlines that wait for a year of the working calendar',
    ({ awaitingYear }) => awaitingYear,
  ],
  ['process_deadlines_overdue', 'Deadlines whose time is past', ({ overdue }) => overdue],
  [
    'process_deadlines_failed',
    'Deadlines that wait for a mend',
    ({ failedDeadlines }) => failedDeadlines,
  ],
];

/** One look at the database serves all figures of one scrape; while it is away they are left out. */
export function observeProcesses(registry: Registry, processes: Processes): void {
  let looking: Promise<readonly ProcessStatus[]> | undefined;
  const look = () => (looking ??= processes.status().finally(() => (looking = undefined)));
  for (const [name, help, read] of FIGURES)
    new Gauge({
      name,
      help,
      labelNames: ['process'],
      registers: [registry],
      async collect() {
        this.reset();
        for (const status of await look().catch(() => []))
          this.set({ process: status.name }, read(status));
      },
    });
}
