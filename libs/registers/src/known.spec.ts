import { expect, test } from '@jest/globals';
import type { Lookups } from '@app/event-store';
import type { Tool, ToolCommand } from './domain/tool.js';

test('what a command must know and nobody looks up does not compile', () => {
  // @ts-expect-error who is to have the tool may have left
  const none: Lookups<ToolCommand, Tool> = {};
  expect(none).toEqual({});
});
