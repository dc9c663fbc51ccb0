import { masterKeyFrom, MasterKeyUnfit } from '@app/privacy';
import { EnvironmentError, type Environment } from '../environment.js';

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
