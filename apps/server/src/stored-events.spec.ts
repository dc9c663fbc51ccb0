import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { kebabCase } from '@app/aggregates';
import { storageContract } from '@app/aggregates/src/testing/storage-contract.js';
import { findingFixtures } from '@app/findings/src/testing/finding-fixtures.js';
import { contexts } from './declared.js';

/* What is stored is held to here for all that is declared; `KeysModule` keeps its events in `libs/keys`. */

const LIBRARIES = join(import.meta.dirname, '../../../libs');

describe.each(contexts.map(({ name, aggregates }) => [name, aggregates] as const))(
  '%s',
  (name, aggregates) => {
    const library = kebabCase(name.replace(/Module$/, ''));
    const own = join(LIBRARIES, library, 'src/domain/fixtures');
    const hasFindings = aggregates.some(({ types }) => Object.hasOwn(types, 'FindingRecorded'));
    // A context whose findings say a place keeps them itself.
    const shared = hasFindings && !existsSync(join(own, 'FindingRecorded.v1.json'));
    storageContract(shared ? [own, findingFixtures] : own, ...aggregates);
  },
);
