import {
  accountOf,
  accountText,
  askOf,
  kindOf,
  replay,
  type Change,
  type Replay,
  type ReplayedEvent,
} from '@app/audit';
import type { EventStore } from '@app/event-store';
import type { Language } from '@app/kernel';
import { StaffNamesOfDepartment } from '../../../server/src/adapters/staff-names.js';
import { streamKinds } from '../../../server/src/streams.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { onStore, type Where } from '../installation.js';
import { json, table, type Output } from '../output.js';

export interface ReplayOptions {
  readonly version?: string;
  readonly at?: string;
  readonly knownAt?: string;
  readonly json?: boolean;
  readonly lang: Language;
}

/** Shows a stream's past: its plain account where it has one, and what each event changed. */
export function runReplay(
  stream: string,
  where: Where,
  output: Output,
  options: ReplayOptions,
): Promise<ExitCode> {
  const ask = askOf(options);
  return onStore(where, output, async (store) => {
    const past = await replay(store, streamKinds, stream, ask);
    if (options.json) output.result(json(past));
    else output.result(await describe(store, past, options.lang));
    return EXIT.ok;
  });
}

async function describe(store: EventStore, past: Replay, lang: Language): Promise<string> {
  const { stream, asked } = past;
  const told = kindOf(streamKinds, stream)?.account
    ? [
        accountText(
          await accountOf(store, streamKinds, new StaffNamesOfDepartment(store), stream, {
            ...asked,
            language: lang,
          }),
        ),
      ]
    : [];
  return [
    `${stream}: ${past.counted} of ${past.newest} events, in the order of ${past.order === 'version' ? 'recording' : 'happening'}`,
    '',
    ...told,
    past.events.map(eventText).join('\n\n'),
    ...(past.counted > past.events.length
      ? [`… and ${past.counted - past.events.length} more`]
      : []),
    ...leftOutText(past),
  ].join('\n');
}

/** One event: who, when, on which article, and each field that it changed. */
function eventText(event: ReplayedEvent): string {
  const {
    version,
    type,
    occurredAt,
    recordedAt,
    actor,
    articles,
    position,
    late,
    outOfOrder,
    changes,
  } = event;
  const place = actor.onBehalfOf === undefined ? '' : ` for ${actor.onBehalfOf}`;
  const lateness = late
    ? `  late${outOfOrder ? ', out of order' : ''}: recorded ${recordedAt}`
    : '';
  const head = `#${version}  ${type}  ${occurredAt}  ${actor.role} ${actor.id}${place}  ${articles.map((id) => `[${id}]`).join('')}  position ${position}${lateness}`;
  const rows = changes.map((change) => [
    '   ',
    MARKS[change.op],
    change.path || '/',
    valueText(change),
  ]);
  return rows.length > 0 ? `${head}\n${table(rows)}` : head;
}

const MARKS = { add: '+', replace: '~', remove: '-' } as const;

function valueText(change: Change): string {
  if (change.op === 'add') return json(change.to);
  if (change.op === 'remove') return json(change.from);
  return `${json(change.from)} → ${json(change.to)}`;
}

function leftOutText({ leftOut, leftOutCount }: Replay): string[] {
  if (leftOutCount === 0) return [];
  const rows = leftOut.map(({ version, type, occurredAt, recordedAt, because }) => [
    `#${version}`,
    type,
    `happened ${occurredAt}`,
    `recorded ${recordedAt}`,
    because,
  ]);
  return ['', `left out (${leftOutCount}):`, table(rows)];
}
