import { playedOnEventStoreDb } from './played.js';

await playedOnEventStoreDb(() => import('../numbers-used-once.spec.js'));
