import { parseArgs } from 'node:util';
import type { Language } from '@app/kernel';
import { beginningOf, readScenario, summaryOf, type Scenario } from '@app/scenario';
import { languageOfLocale } from '../../cli/src/language.js';
import { readEnvironment } from '../../server/src/environment.js';
import { startFailure } from '../../server/src/start-failure.js';
import { startDemoServer, type DemoServer } from './demo-server.js';
import { ON_ONE_CLOCK, SCENARIO_NAMES, scenarioCalled } from './places.js';
import { asOne, playAll } from './playing.js';
import { whereToLook } from './where-to-look.js';

const PLAYED_BEFORE = {
  zh: '这些数据来自先前的启动：以下每一步都再发送一次，但不会重复写入。',
  en: 'The data are from an earlier start: each step below is sent once more, and nothing is written twice.',
};

/** Said before some seconds in which nothing is to be seen. */
const PREPARING = {
  zh: '正在启动数据库和服务，并为每人开通账户……',
  en: 'Starting a database and the service, and a user for everybody…',
};

const MOVED = {
  zh: '所要的端口已被占用，改用另一个。',
  en: 'The port that was asked for is taken, so this is another.',
};

const LOG_IN = { zh: '事件存于 EventStoreDB：', en: 'The log is in EventStoreDB: ' };

const STOPPED = { zh: '已停止。', en: 'Stopped.' };

const PASSED_OVER = {
  zh: '这些数据上已演过，不再重演的步骤',
  en: 'Played before on these data, and so not again, of the steps',
};

interface Asked {
  /** Play twice, then end. */
  readonly exit: boolean;
  /** Default: by the locale, as on the operator's command line. */
  readonly language: Language;
  /** One of `SCENARIO_NAMES`, alone; default: those of `ON_ONE_CLOCK`. */
  readonly name?: string;
}

const USAGE = `usage: npm run demo [-- --exit] [--scenario ${SCENARIO_NAMES.join('|')}] [--lang zh|en]`;

const HELP = `Plays the scenarios of a service centre through the public API, tells what came of them, and stays up.

${USAGE}

  --exit           plays on data of its own, twice, then ends: with 0 only if every expectation held
  --scenario NAME  one alone: ${SCENARIO_NAMES.join(', ')}; default: ${ON_ONE_CLOCK.join(', ')}, one after the other
  --lang zh|en     default: by the locale, zh where it names none

PORT (3000), HOST (127.0.0.1), DATA_DIR (.data) and DATABASE_URL as for the service; see README.`;

const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** Set when a signal came: what fails from then on fails because everything is being stopped. */
let stopping = false;

/** A signal ends everything in good order, also one that comes while the days are being played. */
function stopOnSignal(starting: Promise<DemoServer>, language: Language): void {
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await (await starting).stop();
    print(STOPPED[language]);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void stop().catch(fail));
  }
}

function fail(error: unknown): never {
  process.stderr.write(`${startFailure(error)}\n`);
  process.exit(1);
}

async function main({ exit, language, name }: Asked): Promise<void> {
  const began = performance.now();
  const scenarios = await inOrder(name === undefined ? ON_ONE_CLOCK : [name]);
  print(`${PREPARING[language]}\n`);
  const environment = readEnvironment(process.env);
  const since = beginningOf(scenarios[0]!);
  const starting = startDemoServer(environment, { ...(name && { name }), since, once: exit });
  stopOnSignal(starting, language);
  const server = await starting;
  sayWhere(server, language);
  try {
    const tally = await playAll(server, scenarios, { twice: exit, language, print });
    const seconds = (performance.now() - began) / 1000;
    if (exit) await server.stop();
    print('');
    if (tally.passedOver > 0) print(`${PASSED_OVER[language]}: ${tally.passedOver}`);
    for (const failure of tally.failures) print(`✗ ${failure}`);
    print(JSON.stringify(summaryOf(tally, seconds)));
    if (exit) process.exit(tally.failures.length === 0 ? 0 : 1);
    print(whereToLook(server, asOne(scenarios), language));
  } catch (error) {
    if (stopping) return;
    await server.stop();
    throw error;
  }
}

/** Scenarios in the order of their time, as the service's clock only goes forward. */
async function inOrder(names: readonly string[]): Promise<Scenario[]> {
  const scenarios = await Promise.all(names.map((name) => readScenario(scenarioCalled(name))));
  return scenarios.toSorted((a, b) => (beginningOf(a) < beginningOf(b) ? -1 : 1));
}

function sayWhere({ moved, url, eventStoreDb, resumed }: DemoServer, language: Language): void {
  if (moved) print(`${MOVED[language]} ${url}\n`);
  if (eventStoreDb) print(`${LOG_IN[language]}${eventStoreDb}\n`);
  if (resumed) print(`${PLAYED_BEFORE[language]}\n`);
}

function readArguments(): Asked {
  const options = {
    exit: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
    lang: { type: 'string' },
    scenario: { type: 'string' },
  } as const;
  const { values } = parseArgs({ options });
  if (values.help) {
    print(HELP);
    process.exit(0);
  }
  const { exit = false, lang = languageOfLocale(process.env), scenario } = values;
  if (lang !== 'zh' && lang !== 'en') throw new Error(`--lang ${lang}: zh or en`);
  if (scenario !== undefined && !SCENARIO_NAMES.includes(scenario))
    throw new Error(`--scenario ${scenario}: ${SCENARIO_NAMES.join(', ')}`);
  return { exit, language: lang, ...(scenario !== undefined && { name: scenario }) };
}

let asked: Asked;
try {
  asked = readArguments();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}; ${USAGE}\n`);
  process.exit(2);
}
await main(asked).catch(fail);
