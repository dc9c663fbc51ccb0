import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import type { Subject } from '../harness.js';
import { Connections } from './connections.js';
import { endsWithUs } from './ends-with-us.js';
import { explanation } from './visit-step.js';

/** The limit of the framework: the same request to an endpoint that does nothing. */
export function emptyEndpoint(connections: number): Subject {
  return {
    name: 'raw',
    async open() {
      const child = spawn(process.execPath, [join(import.meta.dirname, 'empty-server.js')], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = endsWithUs(() => child.kill());
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
          const gone = once(child, 'exit');
          child.kill();
          await gone;
          ended();
        },
      };
    },
  };
}
