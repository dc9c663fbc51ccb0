import { masterKeyFrom, MasterKeyUnfit } from '@app/privacy';
import { EnvironmentError, type Environment } from '../environment.js';

const MASTER_KEY_MISSING =
  'MASTER_KEY 或 MASTER_KEY_FILE 未设置：使用自己的数据库正式运行（NODE_ENV=production）时须给出，以免主密钥随机器丢失 / MASTER_KEY or MASTER_KEY_FILE is missing: with a database of its own (DATABASE_URL) in production (NODE_ENV=production) the master key must be given, so that it is not lost with a machine';

/** The master key that the environment gives, for options. @throws EnvironmentError it is none */
export function givenMasterKey({ MASTER_KEY }: Pick<Environment, 'MASTER_KEY'>): {
  readonly masterKey?: Uint8Array;
} {
  if (MASTER_KEY === undefined) return {};
  try {
    return { masterKey: masterKeyFrom(MASTER_KEY) };
  } catch (error) {
    if (!(error instanceof MasterKeyUnfit)) throw error;
    throw new EnvironmentError(`MASTER_KEY or MASTER_KEY_FILE: ${error.message}`);
  }
}

/**
 * The same for a service in earnest, on a database that outlives the machine: there it must be given.
 *
 * @throws EnvironmentError it is not, or is none
 */
export function masterKeyFor(
  environment: Pick<Environment, 'MASTER_KEY' | 'DATABASE_URL'>,
  { NODE_ENV }: NodeJS.ProcessEnv,
): { readonly masterKey?: Uint8Array } {
  const given = givenMasterKey(environment);
  if (environment.DATABASE_URL !== undefined && NODE_ENV === 'production' && !given.masterKey)
    throw new EnvironmentError(MASTER_KEY_MISSING);
  return given;
}
