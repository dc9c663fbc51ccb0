import { runCases, type BenchOptions } from './harness.js';
import { emptyEndpoint } from './http/empty-endpoint.js';
import { INSPECTS, INSPECTS_SILENTLY, INSPECTS_UNSEALED, visitStep } from './http/visit-step.js';

const CONNECTIONS = 64;

/** One visit step through HTTP, from the request to the acknowledgement, next to an endpoint of Nest that does nothing. */
export default function http(options: BenchOptions): Promise<void> {
  const subjects = [visitStep(CONNECTIONS), emptyEndpoint(CONNECTIONS)];
  const work = { unit: 'commands/s', workers: CONNECTIONS, warmUpSeconds: 4 };
  const personal = [
    visitStep(CONNECTIONS, undefined, INSPECTS),
    visitStep(CONNECTIONS, undefined, INSPECTS_UNSEALED),
    visitStep(CONNECTIONS, undefined, INSPECTS_SILENTLY),
  ];
  return runCases(
    [
      { name: 'visit step', ...work, subjects },
      { name: 'personal step', ...work, subjects: personal },
    ],
    options,
  );
}
