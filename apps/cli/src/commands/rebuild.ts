import { hostname } from 'node:os';
import type { Bilingual } from '@app/kernel';
import { FOLDING_CONNECTION, LeaseHeld, rebuild } from '@app/projections';
import { projections } from '../../../server/src/declared.js';
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
    output.remark(unknown(name)[output.language]);
    return EXIT.usage;
  }
  return onStore(where, async (store, { url }) => {
    const dataSource = await createDataSource(url, {
      applicationName: 'service-centre-rebuild',
      connectionOptions: FOLDING_CONNECTION,
    }).initialize();
    try {
      const position = await rebuild(dataSource, store, projection, {
        owner: `cli ${hostname()} ${process.pid}`,
        takeOver: options.takeOver ?? false,
        onProgress: (reached, head) => output.remark(`${name}: ${reached} / ${head}`),
      });
      const stands = { zh: `${name} 已到位置 ${position}`, en: `${name} stands at ${position}` };
      output.result(options.json ? json({ projection: name, position }) : stands[output.language]);
      return EXIT.ok;
    } catch (error) {
      if (!(error instanceof LeaseHeld)) throw error;
      output.remark(held(error)[output.language]);
      return EXIT.error;
    } finally {
      await dataSource.destroy();
    }
  });
}

function unknown(name: string): Bilingual {
  const names = projections.map((each) => each.name);
  return {
    zh: `没有名为 ${name} 的投影；现有：${names.join('、')}`,
    en: `no projection is called ${name}; there are: ${names.join(', ')}`,
  };
}

function held({ projection, owner }: LeaseHeld): Bilingual {
  return {
    zh: `${projection} 正由运行中的服务（${owner}）更新，未作改动；加上 --take-over 即可接管重建，完成后服务自行接着更新`,
    en: `${projection} is kept by a running service (${owner}), nothing was changed; add --take-over to rebuild it all the same, the service goes on with it afterwards`,
  };
}
