import { ConnectionLost } from '../adapter/connection-lost.js';

/** Nobody could be asked: what was to be done was not sent, so certainly not done. */
export class NotSent extends ConnectionLost {}
