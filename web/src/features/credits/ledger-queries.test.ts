import { expect, test } from 'bun:test';
import { ledgerQuery, monthsBack } from './ledger-queries.ts';

test('no filter asks for everything', () => {
  expect(ledgerQuery({ show: 'all', month: null })).toEqual({});
});

test('received means every kind that adds credits but a refund', () => {
  expect(ledgerQuery({ show: 'received', month: null }).kind).toBe('welcome,grant,purchase');
});

test('a month runs from its first midnight to the next one, also over the new year', () => {
  const { from, to } = ledgerQuery({ show: 'all', month: '2026-12' });
  expect(from).toBe(new Date(2026, 11, 1).toISOString());
  expect(to).toBe(new Date(2027, 0, 1).toISOString());
});

test('months go back to the one the account was made in, newest first', () => {
  expect(monthsBack(new Date(2025, 11, 31), new Date(2026, 1, 3))).toEqual([
    '2026-02',
    '2026-01',
    '2025-12',
  ]);
});
