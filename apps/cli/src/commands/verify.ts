import { verify, type Verification } from '@app/audit';
import type { Bilingual, Language } from '@app/kernel';
import { Client } from '@app/postgres';
import { streamKinds } from '../../../server/src/declared.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { onStore, type Where } from '../installation.js';
import { json, table, type Output } from '../output.js';
import { compareReadModels, type Found as FoundReadModel } from './read-models.js';

/** A projection that has seen more than the log holds: the log was cut off, or restored older. */
interface Ahead {
  readonly projection: string;
  readonly seen: bigint;
}

/** What the help says of the limits of what can be seen. */
export const VERIFY_LIMITS = `
It sees what was removed, reordered, doubled, forged without its command's id or made unreadable,
and an end cut off behind what a projection has seen. It cannot see values altered into other
readable ones, nor an end cut off together with the read models: proofs for outsiders are to come.
With --read-models a sound log is folded anew beside each read model and all rows are compared, which
takes as long as a rebuild and room for its table once more; the service may go on. Exit code 5 if
one differs.`;

/**
 * Walks the whole log and says whether it is sound, and whether no projection is ahead of it; with
 * `readModels` also whether every row of every read model is as a sound log says.
 */
export function runVerify(
  where: Where,
  output: Output,
  options: { readModels?: boolean; json?: boolean },
): Promise<ExitCode> {
  return onStore(where, async (store, { url }) => {
    // Looked up before the head is: what is appended and folded meanwhile is then within the log.
    const seen = await checkpoints(url);
    const verification = await verify(store, streamKinds, (position, head) =>
      output.progress?.(`${position} / ${head}`),
    );
    const ahead = seen.filter((one) => one.seen > verification.head);
    const sound = verification.sound && ahead.length === 0;
    const readModels =
      options.readModels && sound
        ? await compareReadModels(url, store, (name, position, to) =>
            output.remark(`${name}: ${position} / ${to}`),
          )
        : undefined;
    const found = { ...verification, sound, ahead, ...(readModels && { readModels }) };
    output.result(options.json ? asJson(found) : describe(found)[output.language]);
    if (!sound) return EXIT.unsound;
    return readModels?.some(({ state }) => state === 'failed') ? EXIT.differs : EXIT.ok;
  });
}

function asJson({ readModels, ...found }: Found): string {
  if (!readModels) return json(found);
  const compared = readModels.map(({ says, comparison, ...one }) => ({
    ...one,
    ...(comparison ?? { detail: says.en }),
  }));
  return json({ ...found, readModels: compared });
}

async function checkpoints(url: string): Promise<Ahead[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; position: string }>(
      'SELECT name, position FROM read_model.projection ORDER BY position DESC, name',
    );
    return rows.map(({ name, position }) => ({ projection: name, seen: BigInt(position) }));
  } finally {
    await client.end();
  }
}

type Found = Verification & {
  readonly ahead: readonly Ahead[];
  readonly readModels?: readonly FoundReadModel[];
};

function describe(found: Found): Bilingual {
  const { sound, events, streams, head, unknownCategories, problems, ahead, readModels } = found;
  const first = problems[0]?.position;
  const unsound = {
    zh: `日志有问题${first === undefined ? '' : `，首先在位置 ${first}`}`,
    en: `the log is NOT sound${first === undefined ? '' : `; first at position ${first}`}`,
  };
  const lines = [
    sound ? { zh: '日志完好', en: 'the log is sound' } : unsound,
    ...ahead.map(({ projection, seen }) => ({
      zh: `日志止于 ${head}，而 ${projection} 已读到 ${seen}`,
      en: `the log ends at ${head}, but ${projection} has seen ${seen}`,
    })),
    {
      zh: `${streams} 个流共 ${events} 个事件，到位置 ${head} 为止`,
      en: `${events} events in ${streams} streams, up to position ${head}`,
    },
    ...(unknownCategories.length > 0 ? [notFolded(unknownCategories)] : []),
    ...(readModels ?? []).map(({ projection, says }) => ({
      zh: `${projection}：${says.zh}`,
      en: `${projection}: ${says.en}`,
    })),
  ];
  const text = (language: Language) =>
    [...lines.map((line) => line[language]), ...problemTable(found, language)].join('\n');
  return { zh: text('zh'), en: text('en') };
}

function notFolded(categories: readonly string[]): Bilingual {
  return {
    zh: `类别未知，未核对内容：${categories.join('、')}`,
    en: `of unknown category, contents not checked: ${categories.join(', ')}`,
  };
}

function problemTable({ problems }: Found, language: Language): string[] {
  if (problems.length === 0) return [];
  const titles = {
    zh: ['位置', '流', '问题', '细节'],
    en: ['position', 'stream', 'problem', 'detail'],
  };
  const rows = problems.map(({ position, stream, version, code, detail }) => [
    position.toString(),
    stream && `${stream} ${version}`,
    code,
    detail,
  ]);
  return ['', table([titles[language], ...rows])];
}
