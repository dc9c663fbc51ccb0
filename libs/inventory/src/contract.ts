export type * from './domain/tool/tool.events.js';
export type { Tool } from './domain/tool/tool.state.js';
export { toolEvents } from './domain/tool/tool.events.js';
export { holderAt, toolStreams } from './domain/tool/tool.state.js';
