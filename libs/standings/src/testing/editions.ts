import { MANAGER, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import type { LocalTime, Instant } from '@app/kernel';
import { moment } from '@app/kernel/src/testing/instants.js';
import { policy, type ServiceSettings } from '@app/policy';
import { document2 } from '../domain/edition/document-2.js';
import type { EditionText } from '../domain/edition/edition.js';
import type { EditionEvent } from '../domain/edition/edition.events.js';

const event = eventOf<EditionEvent>(SUPERVISOR, (type) =>
  type !== 'EditionApproved' ? ['D41'] : ['D42', 'D43', 'D44'],
);

/** A draft of document 2 as published, or with another text. */
export const drafted = (edition = '2026.1', text: EditionText = document2) =>
  event('EditionDrafted', { edition, text });

const { version: _version, inForceFrom: _inForceFrom, ...shipped } = policy;

/** A draft of the service settings, which are as shipped but for what is said. */
export const draftedSettings = (edition: string, said: Partial<ServiceSettings> = {}) =>
  event('SettingsDrafted', { edition, settings: { ...shipped, ...said } });

/** Approved, and in force from a moment on. */
export const inForce = (from: LocalTime | Instant, edition = '2026.1') =>
  event('EditionApproved', { edition, inForceFrom: moment(from) }, '09:00', MANAGER);
