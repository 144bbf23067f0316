import { expect, test } from 'bun:test';
import { describeBrowser } from './describe-browser.ts';

test('the browser is named by what it is, not by what it also claims to be', () => {
  expect(
    describeBrowser(
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
    ),
  ).toBe('Edge · Windows');
  expect(
    describeBrowser(
      'Mozilla/5.0 (Linux; Android 15; SM-A556E) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
    ),
  ).toBe('Samsung Internet · Android');
  expect(
    describeBrowser(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
    ),
  ).toBe('Safari · iOS');
});

test('a program is named too, and the unknown is not guessed', () => {
  expect(describeBrowser('curl/8.5.0')).toBe('curl');
  expect(describeBrowser('something')).toBeNull();
});
