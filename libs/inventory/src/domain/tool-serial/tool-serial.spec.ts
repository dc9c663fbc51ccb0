import { expect, test } from '@jest/globals';
import { fold } from '@app/kernel';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { event as ofTool, meter, registered } from '../../testing/tools.js';
import { toolDecider } from '../tool/tool.decider.js';
import type { ToolEvent } from '../tool/tool.events.js';
import { toolSerialCommands } from './tool-serial.commands.js';
import { toolSerialDecider, toolSerialStreams } from './tool-serial.js';

const { given, ask, event } = specify(toolSerialDecider, STOREKEEPER, ['R11']);
const of = (tool: string) => ({ class: 'meter', serial: 'SN-1', tool });

test('[R11] of a class a serial number is that of one tool, and stays so when it is said again', () => {
  given()
    .when(ask('TakeToolSerial', of('TOOL-1')))
    .then(event('ToolSerialTaken', of('TOOL-1')));
  const taken = event('ToolSerialTaken', of('TOOL-1'));
  given(taken)
    .when(ask('TakeToolSerial', of('TOOL-1')))
    .thenNothing();
  given(taken)
    .when(ask('TakeToolSerial', of('TOOL-2')))
    .thenRefusedUnder('R11', 'tool-serial-of-another');
});

test('[R11] whoever names the serial number of another tool is told of which', () => {
  const owned = fold(toolSerialDecider, [event('ToolSerialTaken', of('TOOL-1'))]);
  const take = () => toolSerialDecider.decide(ask('TakeToolSerial', of('TOOL-2')), owned);
  expect(take).toThrow('in class meter, SN-1 is that of tool TOOL-1');
});

test('[R11] it is freed by the tool that has it, and by no other', () => {
  const taken = event('ToolSerialTaken', of('TOOL-1'));
  given(taken)
    .when(ask('FreeToolSerial', of('TOOL-2')))
    .thenNothing();
  const freed = event('ToolSerialFreed', of('TOOL-1'));
  given(taken)
    .when(ask('FreeToolSerial', of('TOOL-1')))
    .then(freed);
  given(taken, freed)
    .when(ask('TakeToolSerial', of('TOOL-2')))
    .then(event('ToolSerialTaken', of('TOOL-2')));
});

test('in small letters, in those of full width and with spaces around it is the same number', () => {
  for (const serial of ['FLK 17B-1', 'flk  17b-1', ' ＦＬＫ　１７Ｂ－１ '])
    for (const ofClass of ['meter', 'Meter'])
      expect(toolSerialStreams.named({ class: ofClass, serial })).toBe(
        'toolserial-meter:FLK 17B-1',
      );
});

const asked = (now: ToolEvent, ...past: ToolEvent[]) =>
  toolSerialCommands([now], fold(toolDecider, past), { commandId: 'id' }).map(
    ({ stream, commands: [{ type, data }] }) => `${type} ${stream} ${data.tool}`,
  );
const corrected = (serial: string) =>
  ofTool('ToolSerialCorrected', { tool: meter.tool, serial, was: meter.serial, reason: 'x' });

test('[R11] a tool takes its serial number as it is registered, and frees the one that was wrong', () => {
  const own = `toolserial-meter:${meter.serial}`;
  expect(asked(registered)).toEqual([`TakeToolSerial ${own} TOOL-1`]);
  expect(asked(corrected('FLK-1'), registered)).toEqual([
    `FreeToolSerial ${own} TOOL-1`,
    'TakeToolSerial toolserial-meter:FLK-1 TOOL-1',
  ]);
  expect(asked(corrected(meter.serial.toLowerCase()), registered)).toEqual([
    `TakeToolSerial ${own} TOOL-1`,
  ]);
});

test('[R11] a tool that is retired or lost keeps its serial number', () => {
  const lost = ofTool('ToolReportedLost', { tool: meter.tool, circumstances: 'x' });
  const retired = ofTool('ToolRetired', { tool: meter.tool, reason: 'x' });
  for (const end of [lost, retired]) expect(asked(end, registered)).toEqual([]);
});
