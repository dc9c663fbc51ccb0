import { playedOnEventStoreDb } from './played.js';

await playedOnEventStoreDb(() => import('../steps-sent-late.spec.js'));
