import { expect, test } from '@jest/globals';
import type { ShownAs } from '@app/aggregates';
import type { Lookups } from '@app/event-store';
import type { Tool, ToolCommand } from './domain/tool.js';
import type { ToolBody } from './http/registers.dto.js';

/* Each hole is left here on purpose: the compiler must complain, or the check of types fails. */

test('what a command must know and nobody looks up does not compile', () => {
  // @ts-expect-error who is to have the tool may have left
  const none: Lookups<ToolCommand, Tool> = {};
  expect(none).toEqual({});
});

test('a body that promises more than the state has does not compile', () => {
  const asItIs: ShownAs<Tool, ToolBody> = {};
  // @ts-expect-error nothing is said of the shelf
  const more: ShownAs<Tool, ToolBody & { shelf: string }> = {};
  expect([asItIs, more]).toHaveLength(2);
});
