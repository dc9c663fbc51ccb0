import { renderDescription } from '../../../server/src/openapi/render.js';

/** Where the page stands in the work tree. */
export const path = 'docs/reference/openapi.json';

/** The description of the HTTP API, from its controllers. */
export function render(): Promise<string> {
  return renderDescription();
}
