export { MasterKeyUnfit, masterKeyFrom } from './master-key.js';
export { ErasedPeople1769030300000 } from './migrations/1769030300000-erased-people.js';
export { NamedFiles1769040100000 } from './migrations/1769040100000-named-files.js';
export { PersonKeys1769000500000 } from './migrations/1769000500000-person-keys.js';
export { PersonalFields } from './personal-fields.js';
export { Privacy } from './privacy.js';
export { rotateMasterKey } from './rotation.js';
export { SealedEventStore, storedIn } from './sealed-event-store.js';
export { SearchWords } from './search-words.js';
