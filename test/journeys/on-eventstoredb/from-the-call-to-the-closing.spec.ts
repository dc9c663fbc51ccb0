import { playedOnEventStoreDb } from './played.js';

await playedOnEventStoreDb(() => import('../from-the-call-to-the-closing.spec.js'));
