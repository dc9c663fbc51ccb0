/**
 * A program that owns a local database until a signal ends it, and that handles no signal itself.
 * Arguments: the directory. Writes the address as one JSON line.
 */
import { startLocalDatabase } from '../index.js';

const [, , directory = ''] = process.argv;
const { url, pid, port, home } = await startLocalDatabase({ directory, database: 'service' });
process.stdout.write(`${JSON.stringify({ url, pid, port, home })}\n`);
setInterval(() => undefined, 60_000);
