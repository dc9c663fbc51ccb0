import type { EventStore } from '@app/event-store';
import type { Bilingual } from '@app/kernel';
import { COUNTED, type ProjectionStatus } from '@app/projections';
import { same, type Check } from './doctor-checks.js';

/** From here on a projection is not merely resting, in seconds. */
const LATE = 60;

/** A process that has the role `api` alone leads nothing. */
const WHY_NONE = {
  zh: '：没有运行（见 ROLES），或出错（见其日志）',
  en: ': none runs (see ROLES), or it fails (see its log)',
};

const LATE_WORDS: readonly Bilingual[] = [
  { zh: '缓慢或出错：见服务的日志', en: "slow or failing: see the server's log" },
];

/** One that is behind though nobody leads it stands still; why, only its server knows. */
export function projectionCheck(status: ProjectionStatus, store: EventStore, head: bigint): Check {
  const { name, position, lagEvents, lagSeconds, lease } = status;
  const check = `projection ${name}`;
  const wrong = wrongOf(status, store.logId, head);
  if (wrong !== undefined) return { check, state: 'failed', detail: wrong };
  const stuck = lagEvents > 0 && !lease;
  const why = stuck ? WHY_NONE : same('');
  const late = lease && lagSeconds > LATE ? LATE_WORDS : [];
  const lag = behind(status, store);
  const parts: Bilingual[] = [
    { zh: `位置 ${position}，${lag.zh}`, en: `at ${position}, ${lag.en}` },
    lease
      ? { zh: `由 ${lease.owner} 更新`, en: `led by ${lease.owner}` }
      : { zh: `没有进程更新它${why.zh}`, en: `no worker leads it${why.en}` },
    ...late,
  ];
  const detail = {
    zh: parts.map(({ zh }) => zh).join('，'),
    en: parts.map(({ en }) => en).join(', '),
  };
  return { check, state: stuck || lagSeconds > LATE ? 'warning' : 'ok', detail };
}

/** Why its rows cannot be of this log, if they cannot. */
function wrongOf(
  { position, logId }: ProjectionStatus,
  log: string,
  head: bigint,
): Bilingual | undefined {
  if (logId && logId !== log) {
    return {
      zh: `其中是日志 ${logId} 的内容，不是本日志的：请重建`,
      en: `holds rows of the log ${logId}, not of this one: rebuild it`,
    };
  }
  if (position <= head) return undefined;
  return {
    zh: `已到位置 ${position}，而日志止于 ${head}：日志末尾被截断，或由较早的副本恢复`,
    en: `has seen ${position}, but the log ends at ${head}: its end was cut off, or it was restored from an older copy`,
  };
}

/** By time where there are more events than are counted. */
export function behind(
  { lagEvents, lagSeconds }: Pick<ProjectionStatus, 'lagEvents' | 'lagSeconds'>,
  { capabilities }: Pick<EventStore, 'capabilities'>,
): Bilingual {
  const counted = { zh: `落后 ${lagEvents} 个事件`, en: `${lagEvents} events behind` };
  if (capabilities.contiguousPositions || lagEvents < COUNTED) return counted;
  const seconds = Math.round(lagSeconds);
  return {
    zh: `${counted.zh}或更多，其中最早的已有 ${seconds} 秒`,
    en: `${counted.en} or more, the first of them ${seconds} s old`,
  };
}
