import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import type { Subject } from '../harness.js';
import { Connections } from './connections.js';
import { explanation } from './visit-step.js';

/** The limit of the framework: the same request to an endpoint that does nothing. */
export function emptyEndpoint(connections: number): Subject {
  return {
    name: 'raw',
    async open() {
      const child = spawn(process.execPath, [join(import.meta.dirname, 'empty-server.js')], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
      const http = new Connections(url, connections);
      const body = explanation();
      return {
        step: async () => {
          await http.post('/empty', body);
          return 1;
        },
        async close() {
          await http.close();
          const ended = once(child, 'exit');
          child.kill();
          await ended;
        },
      };
    },
  };
}
