import type { Bilingual } from '@app/kernel';
import { LogDamaged, type EventStore } from '@app/event-store';
import {
  agrees,
  compareAll,
  compareSome,
  FOLDING_CONNECTION,
  ProjectionFault,
  someStreams,
  type Comparison,
  type FaultyRows,
  type NotCompared,
} from '@app/projections';
import { projections } from '../../../server/src/declared.js';
import { Client } from '@app/postgres';

/** Streams whose rows the doctor looks at. */
const SAMPLE = 200;

/** One read model as it was found, with what is to be said of it. */
export interface Found {
  readonly projection: string;
  /** `failed` where a row is not as the log says; `unknown` where that could not be seen. */
  readonly state: 'ok' | 'failed' | 'unknown';
  readonly says: Bilingual;
  readonly comparison?: Comparison | NotCompared;
}

/** Compares every row of every read model with the fold of the log, one read model after the other. */
export function compareReadModels(
  url: string,
  store: EventStore,
  onProgress: (projection: string, position: bigint, to: bigint) => void,
): Promise<Found[]> {
  return onConnection(url, (client) =>
    inTurn((projection) =>
      compareAll(client, store, projection, (position, to) =>
        onProgress(projection.name, position, to),
      ),
    ),
  );
}

/** The same of the rows of some streams, which is quick but may miss a fault. */
export function sampleReadModels(url: string, store: EventStore): Promise<Found[]> {
  return onConnection(url, async (client) => {
    const streams = await someStreams(store, SAMPLE);
    return inTurn((projection) => compareSome(client, store, projection, streams));
  });
}

async function inTurn(
  compare: (projection: (typeof projections)[number]) => Promise<Comparison | NotCompared>,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const projection of projections) {
    const outcome = await compare(projection).catch((error: unknown) => {
      if (error instanceof ProjectionFault || error instanceof LogDamaged) return error;
      throw error;
    });
    found.push(outcome instanceof Error ? notFoldable(projection.name, outcome) : foundIn(outcome));
  }
  return found;
}

async function onConnection<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({
    connectionString: url,
    application_name: 'service-centre-compare',
    options: FOLDING_CONNECTION,
  });
  // One that breaks fails what is asked on it.
  client.on('error', () => undefined);
  await client.connect();
  return work(client).finally(() => client.end());
}

function foundIn(comparison: Comparison | NotCompared): Found {
  const { projection } = comparison;
  if ('why' in comparison) {
    const state = comparison.why === 'other-log' ? 'failed' : 'unknown';
    return { projection, state, says: REASONS[comparison.why], comparison };
  }
  if (!agrees(comparison)) {
    return { projection, state: 'failed', says: disagreeing(comparison), comparison };
  }
  const { rows, stored, position } = comparison;
  const some = rows < stored;
  const says = {
    zh: `${some ? `${stored} 行中的 ` : ''}${rows} 行与日志相符，到位置 ${position} 为止`,
    en: `${rows}${some ? ` of ${stored}` : ''} rows are as the log says, up to position ${position}`,
  };
  return { projection, state: 'ok', says, comparison };
}

function notFoldable(projection: string, { message }: Error): Found {
  const says = { zh: `日志无法重放：${message}`, en: `the log cannot be folded: ${message}` };
  return { projection, state: 'failed', says };
}

const REASONS: Readonly<Record<NotCompared['why'], Bilingual>> = {
  'never-folded': { zh: '尚未更新过，无从比较', en: 'not folded yet, nothing to compare' },
  'other-version': {
    zh: '由另一版本建立，未比较；服务下次启动时会重建',
    en: 'built by another version, not compared; the next start of the service builds it anew',
  },
  'other-log': {
    zh: '其中是另一日志的内容：请重建',
    en: 'holds rows of another log: rebuild it',
  },
  unsettled: {
    zh: '比较期间一再重建，请稍后再试',
    en: 'was built anew while it was compared; try again later',
  },
};

function disagreeing(comparison: Comparison): Bilingual {
  const { projection, position, missing, differing, surplus } = comparison;
  const parts = [
    part(missing, { zh: '缺', en: 'missing' }),
    part(differing, { zh: '不同', en: 'different' }),
    part(surplus, { zh: '多余', en: 'too many' }),
  ].flat();
  const rebuild = `rebuild ${projection} --take-over`;
  return {
    zh: `与日志不符（位置 ${position}）：${parts.map(({ zh }) => zh).join('，')}；请执行 ${rebuild}`,
    en: `NOT as the log says at position ${position}: ${parts.map(({ en }) => en).join(', ')}; mend it with ${rebuild}`,
  };
}

function part({ count, keys }: FaultyRows, is: Bilingual): Bilingual[] {
  if (count === 0) return [];
  const more = count > keys.length;
  return [
    {
      zh: `${is.zh} ${count} 行（${keys.join('、')}${more ? ' 等' : ''}）`,
      en: `${count} ${is.en} (${keys.join(', ')}${more ? ', …' : ''})`,
    },
  ];
}
