import { playedOnEventStoreDb } from './played.js';

await playedOnEventStoreDb(() => import('../conditions-and-repeats.spec.js'));
