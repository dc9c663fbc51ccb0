import type { Replay } from '@app/audit';
import { localDate, localTime, type Bilingual, type Instant, type Language } from '@app/kernel';
import { who } from '@app/audit/src/words/index.js';
import { json, table } from '../output.js';

type ReplayedEvent = Replay['events'][number];
type Change = ReplayedEvent['changes'][number];

const WORDS = {
  nothingYet: {
    zh: '截至所问的时刻，尚无任何事件。',
    en: 'At that time there was nothing yet.',
  },
  asStored: {
    zh: '逐个事件（事件名与字段按存储原样，字段中的时刻为 UTC）：',
    en: 'event by event (names and fields as they are stored, times in fields in UTC):',
  },
  position: { zh: '位置', en: 'position' },
  happened: { zh: '发生于', en: 'happened' },
  recorded: { zh: '记录于', en: 'recorded' },
  late: { zh: '补记于', en: 'late, recorded' },
  outOfOrder: { zh: '次序颠倒，补记于', en: 'late and out of order, recorded' },
  'occurred-later': { zh: '其后才发生', en: 'happened later' },
  'recorded-later': { zh: '其后才记录', en: 'recorded later' },
} as const satisfies Record<string, Bilingual>;

const MARKS = { add: '+', replace: '~', remove: '-' } as const;

/** Which stream, how many events of how many count, and in which order they are told. */
export function replayHeading({ stream, counted, newest, order }: Replay): Bilingual {
  const byVersion = order === 'version';
  return {
    zh: `${stream}：${newest} 个事件中的 ${counted} 个，按${byVersion ? '记录' : '发生'}先后`,
    en: `${stream}: ${counted} of ${newest} events, in the order of ${byVersion ? 'recording' : 'happening'}`,
  };
}

/** Each event with the fields that it changed, and how many more there are. */
export function eventsText({ events, counted }: Replay, language: Language): string {
  if (counted === 0) return WORDS.nothingYet[language];
  const rest = counted - events.length;
  const more = { zh: `……另有 ${rest} 个`, en: `… and ${rest} more` }[language];
  const texts = events.map((event) => eventText(event, language));
  return [WORDS.asStored[language], ...texts, ...(rest > 0 ? [more] : [])].join('\n\n');
}

/** What is stored but did not count, and why; empty where there is nothing. */
export function leftOutText({ leftOut, leftOutCount }: Replay, language: Language): string {
  if (leftOutCount === 0) return '';
  const rows = leftOut.map(({ version, type, occurredAt, recordedAt, because }) => [
    `#${version}`,
    type,
    `${WORDS.happened[language]} ${businessTime(occurredAt)}`,
    `${WORDS.recorded[language]} ${businessTime(recordedAt)}`,
    WORDS[because][language],
  ]);
  const title = { zh: `未计入（${leftOutCount}）：`, en: `left out (${leftOutCount}):` };
  return `${title[language]}\n${table(rows)}`;
}

/** One event: who, when, on which article, and each field that it changed. */
function eventText(event: ReplayedEvent, language: Language): string {
  const { version, type, occurredAt, recordedAt, actor, articles, position, changes } = event;
  const late = WORDS[event.outOfOrder ? 'outOfOrder' : 'late'][language];
  const head = [
    `#${version}`,
    type,
    businessTime(occurredAt),
    who(actor)[language],
    articles.map((id) => `[${id}]`).join(''),
    `${WORDS.position[language]} ${position}`,
    event.late ? `${late} ${businessTime(recordedAt)}` : '',
  ];
  const rows = changes.map((change) => [
    '   ',
    MARKS[change.op],
    change.path || '/',
    valueText(change),
  ]);
  return [
    head.filter((part) => part !== '').join('  '),
    ...(rows.length > 0 ? [table(rows)] : []),
  ].join('\n');
}

/** The clock of the account, with its zone, as `--at` takes it: Asia/Shanghai is always eight hours ahead. */
function businessTime(at: Instant): string {
  return `${localDate(at)}T${localTime(at)}${at.slice(16, -1).replace('.000', '')}+08:00`;
}

function valueText(change: Change): string {
  const { from, to } = change as { readonly from?: unknown; readonly to?: unknown };
  if (change.op === 'add') return json(to);
  if (change.op === 'remove') return json(from);
  return `${json(from)} → ${json(to)}`;
}
