import { expect, test } from '@jest/globals';
import {
  GossipClient,
  parseConnectionString,
  shared,
  streams,
  StreamsClient,
} from './eventstore-protocol.js';

test('an append travels in one message of the generated protocol, and comes back as it was', () => {
  const event = new streams.BatchAppendReq.ProposedMessage();
  event.setData(Buffer.from('{"door":"配件仓库"}'));
  event.getMetadataMap().set('type', 'KeyCut');
  const options = new streams.BatchAppendReq.Options();
  options.setStreamIdentifier(new shared.StreamIdentifier());
  options.setStreamPosition('4');
  const request = new streams.BatchAppendReq();
  request.setOptions(options);
  request.setIsFinal(true);
  request.addProposedMessages(event);
  const read = streams.BatchAppendReq.deserializeBinary(request.serializeBinary());
  expect(Buffer.from(read.getProposedMessagesList()[0]!.getData_asU8()).toString()).toContain(
    'door',
  );
  expect(read.getProposedMessagesList()[0]!.getMetadataMap().get('type')).toBe('KeyCut');
  expect([read.getOptions()!.getStreamPosition(), read.getIsFinal()]).toEqual(['4', true]);
});

test('the generated services have the calls that are made on them', () => {
  expect(typeof StreamsClient.prototype.batchAppend).toBe('function');
  expect(typeof GossipClient.prototype.read).toBe('function');
});

test('the client reads every part of a connection string that says where and how', () => {
  const read = parseConnectionString(
    'esdb+discover://a:2113,b:2114?tls=false&nodePreference=leader',
  );
  expect(read).toMatchObject({
    dnsDiscover: true,
    hosts: [
      { address: 'a', port: 2113 },
      { address: 'b', port: 2114 },
    ],
    tls: false,
  });
});
