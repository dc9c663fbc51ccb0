import { once } from 'node:events';
import { connect } from 'node:net';

const TIMEOUT_MS = 3_000;
const USUAL_PORT = 2113;

const { ESDB_URL } = process.env;

// Before Jest: its tests would wait for a server that is not there one after another.
if (ESDB_URL) await refuseDead(hostsOf(ESDB_URL));
else say('on the protocol double; set ESDB_URL for a real server');

/** Without user and password. */
function hostsOf(url) {
  const [, hosts] = /^esdb(?:\+discover)?:\/\/(?:.*@)?([^@/?]+)/.exec(url) ?? [];
  return hosts?.split(',') ?? fail('ESDB_URL must look like esdb://host:2113?tls=false');
}

/** One of a cluster is enough, as it is for the client. */
async function refuseDead(hosts) {
  const reasons = await Promise.all(hosts.map(reasonAgainst));
  if (!reasons.includes(undefined)) fail(`nobody answers at ESDB_URL (${reasons.join('; ')})`);
  say(`on ${hosts.join(',')}, as ESDB_URL says`);
}

async function reasonAgainst(address) {
  const [host, port = USUAL_PORT] = address.split(':');
  try {
    const socket = connect({ host, port, timeout: TIMEOUT_MS });
    socket.once('timeout', () => socket.destroy(new Error(`${address} is silent`)));
    await once(socket, 'connect').finally(() => socket.destroy());
    return undefined;
  } catch (error) {
    return (error.errors?.[0] ?? error).message;
  }
}

function say(words) {
  process.stdout.write(`The tests for EventStoreDB run ${words}.\n`);
}

function fail(words) {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}
