import { expect, test } from 'bun:test';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadStyles } from './load-styles.ts';

test('every style has a sample picture, and at least eight are offered, the usual one first', () => {
  const styles = loadStyles();
  expect(styles.all.length).toBeGreaterThanOrEqual(8);
  expect(styles.all[0]?.id).toBe('realistic');
  for (const { id } of styles.all) expect(existsSync(styles.sampleFile(id) ?? '')).toBe(true);
});

test('a data file alone makes a style; a wrong one is named with what is wrong in it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lumiku-styles-'));
  const style = { ...loadStyles().of('realistic'), order: 1, id: undefined };
  const write = (name: string, value: unknown) =>
    writeFileSync(join(folder, name), JSON.stringify(value));
  write('realistic.json', style);
  write('oil-paint.json', { ...style, order: 2 });
  expect(loadStyles(folder).all.map(({ id }) => id)).toEqual(['realistic', 'oil-paint']);
  write('Wrong Name.json', { ...style, shading: 'glass' });
  expect(() => loadStyles(folder)).toThrow(
    /Wrong Name\.json: name it[\s\S]*Wrong Name\.json: shading/,
  );
  rmSync(folder, { recursive: true });
});

test('a style that is gone is drawn as the usual one, but no longer accepted', () => {
  const styles = loadStyles();
  expect(styles.of('retired').id).toBe('realistic');
  expect(() => styles.assertOffered('retired')).toThrow(/There are: realistic/);
});
