import { expect, test } from '@jest/globals';
import { articles } from '@app/policy';
import { render } from './readme.js';

const PAGE = 'before\n<!-- enforced -->\nan old figure\n<!-- /enforced -->\nafter\n';

test('the page says how many articles are enforced today, and is else as it was', async () => {
  const page = await render(PAGE);
  const rules = articles.filter(({ kind }) => kind === 'rule');
  expect(page).toContain(`Of the policy's 109 articles ${rules.length} are enforced today, `);
  expect(page).toMatch(/^before\n<!-- enforced -->\n\nOf [^]*\n\n<!-- \/enforced -->\nafter\n$/);
  expect(page).not.toContain('an old figure');
  expect(await render(page)).toBe(page);
});

test('a page without its marks is refused', async () => {
  await expect(render('no marks')).rejects.toThrow('the marks');
});
