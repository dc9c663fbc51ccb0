import { eventTable, none } from '@app/kernel';
import { numberSamples } from '../fixtures/samples.js';
import type { NumberTaken } from './number.events.js';

/** Each event that a number stores. A new type has a sample, or does not compile. */
export const numberEventTypes = eventTable<NumberTaken>(numberSamples, none('NumberTaken'));
