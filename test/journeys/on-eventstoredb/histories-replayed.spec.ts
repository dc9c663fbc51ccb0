import { playedOnEventStoreDb } from './played.js';

await playedOnEventStoreDb(() => import('../histories-replayed.spec.js'));
