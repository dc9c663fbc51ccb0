import { playedOnEventStoreDb } from './played.js';

await playedOnEventStoreDb(() => import('../one-place-at-a-time.spec.js'));
