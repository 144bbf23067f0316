import { expect, test } from 'bun:test';
import { initials } from './face.tsx';

test('initials are the first letters of the first and last name, whatever the script', () => {
  expect(initials('Sari Wulandari')).toBe('SW');
  expect(initials('  ayu  ')).toBe('A');
  expect(initials('Raden Ajeng Kartini')).toBe('RK');
  expect(initials('👩‍🎤 B')).not.toContain('�');
  expect(initials('')).toBe('');
});
