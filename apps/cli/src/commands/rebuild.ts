import { hostname } from 'node:os';
import { rebuild } from '@app/projections';
import { projections } from '@app/read-models/projections.js';
import { createDataSource } from '../../../server/src/database/data-source.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { onStore, type Where } from '../installation.js';
import { json, type Output } from '../output.js';

/** Folds the whole log into a projection's table anew. */
export async function runRebuild(
  name: string,
  where: Where,
  output: Output,
  options: { takeOver?: boolean; json?: boolean },
): Promise<ExitCode> {
  const projection = projections.find((each) => each.name === name);
  if (!projection) {
    output.remark(
      `no projection is called ${name}; there are: ${projections.map((each) => each.name).join(', ')}`,
    );
    return EXIT.usage;
  }
  return onStore(where, output, async (store, { url }) => {
    const dataSource = await createDataSource(url, {
      applicationName: 'service-centre-rebuild',
    }).initialize();
    try {
      const position = await rebuild(dataSource, store, projection, {
        owner: `cli ${hostname()} ${process.pid}`,
        takeOver: options.takeOver ?? false,
        onProgress: (reached, head) => output.remark(`${name}: ${reached} of ${head}`),
      });
      output.result(
        options.json ? json({ projection: name, position }) : `${name} stands at ${position}`,
      );
      return EXIT.ok;
    } finally {
      await dataSource.destroy();
    }
  });
}
