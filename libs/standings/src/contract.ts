export type { EditionEvent } from './domain/edition/edition.events.js';
export { editionEvents } from './domain/edition/edition.events.js';
export {
  editionStreams,
  SERVICE_SETTINGS,
  settingsStreams,
} from './domain/edition/edition-line.js';
export { approvedSettings } from './domain/edition/settings.js';
export type { FiguresEvent } from './domain/figures/figures.events.js';
export { figuresEvents } from './domain/figures/figures.events.js';
export { figuresStreams } from './domain/figures/figures.state.js';
export type { StandingEvent } from './domain/standing.events.js';
export { standingEvents } from './domain/standing.events.js';
export { standingStreams } from './domain/standing.state.js';
export type { YearEvent } from './domain/year/year.events.js';
export { yearEvents } from './domain/year/year.events.js';
export { yearStreams } from './domain/year/year.state.js';
export { clauseThatFits } from './application/clause-that-fits.js';
