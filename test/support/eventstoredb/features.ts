import type { handleUnaryCall } from '@grpc/grpc-js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';

const METHODS = ['read', 'append', 'delete', 'tombstone'];

/** `ServerFeatures.GetSupportedMethods`: without `batchappend` the client makes one call for each append. */
export function supportedMethods(
  withBatchAppend: boolean,
): handleUnaryCall<unknown, SupportedMethods> {
  return (_call, callback) => {
    const response = new features.SupportedMethods();
    response.setEventStoreServerVersion('24.6.0');
    for (const name of withBatchAppend ? [...METHODS, 'batchappend'] : METHODS) {
      const method = new features.SupportedMethod();
      method.setServiceName('event_store.client.streams.streams');
      method.setMethodName(name);
      if (name === 'read') method.setFeaturesList(['position', 'events']);
      response.addMethods(method);
    }
    callback(null, response);
  };
}
