import { Invalid } from '@app/kernel';

/** The id of a command that was carried out came again with something else. */
export function idempotencyKeyReused(): Invalid {
  return new Invalid('idempotency-key-reused', {
    zh: '此幂等键已用于另一请求',
    en: 'this idempotency key was already used for a different request',
  });
}
