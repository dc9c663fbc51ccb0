import { expect, test } from '@jest/globals';
import { articles } from '@app/policy';
import { render } from './policy-coverage.js';

test('finds every article of this work tree enforced and tested, explained, or promised', async () => {
  const page = await render();
  for (const { id, number } of articles) expect(page).toContain(`| ${id} (${number}) |`);
});
