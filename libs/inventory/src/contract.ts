export type * from './domain/tool/tool.events.js';
export type { Tool } from './domain/tool/tool.state.js';
export { toolEvents } from './domain/tool/tool.events.js';
export { holderAt, toolStreams } from './domain/tool/tool.state.js';
export type * from './domain/stock/stock.events.js';
export { handsOf } from './domain/location/location.js';
export { stockEvents } from './domain/stock/stock.events.js';
export { availableAt } from './domain/stock/stock.books.js';
export { stockStreams } from './domain/stock/stock.state.js';
