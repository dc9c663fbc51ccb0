import { expect, test } from '@jest/globals';
import { commandIdOf, RequestPipe } from '@app/http';
import { tickets } from '../../ticket.aggregate.js';
import { SendStepsDto } from './steps.dto.js';

const permission = [...tickets.routed.values()].find(
  ({ manner }) => manner !== 'creates',
)!.permission;

const send = (key: unknown) =>
  new RequestPipe().transform(
    { steps: [{ key, command: permission.action, occurredAt: '2026-03-02T09:00:00+08:00' }] },
    { type: 'body', metatype: SendStepsDto },
  );

test.each([
  ['spaces', 'step 1'],
  ['Chinese', '第一步'],
  ['201 characters', 'k'.repeat(201)],
  ['nothing', ''],
])(
  'a key of %s is refused with the whole batch, in its own field, before a step is tried',
  async (_, key) => {
    await expect(send(key)).rejects.toMatchObject({
      details: {
        errors: [expect.objectContaining({ pointer: '/steps/0/key', code: 'not-a-key' })],
      },
    });
    expect(() => commandIdOf('li-wei', key)).toThrow();
  },
);

test.each(['1', 'a/b:c#~', 'k'.repeat(200)])(
  'a key that the form takes makes a command: %s',
  async (key) => {
    await expect(send(key)).resolves.toMatchObject({ steps: [{ key }] });
    expect(commandIdOf('li-wei', key)).toHaveLength(36);
  },
);
