import { join } from 'node:path';

/**
 * The folder with findings as they are stored, for the storage contract of an aggregate whose
 * findings name no place: `storageContract([import.meta.dirname, findingFixtures], ladders)`.
 */
export const findingFixtures = join(import.meta.dirname, '../domain/fixtures');
