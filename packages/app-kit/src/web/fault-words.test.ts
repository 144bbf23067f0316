import { expect, test } from 'bun:test';
import { indonesianFault } from './fault-words.ts';

test('a fault about credits names its own figures', () => {
  expect(indonesianFault('INSUFFICIENT_CREDITS', { price: 7, available: 4 })?.message).toBe(
    'Ini seharga 7 kredit dan Anda punya 4.',
  );
});

test('without its figures, or without words, the sentence of the server stays', () => {
  expect(indonesianFault('INSUFFICIENT_CREDITS', {})).toBeNull();
  expect(indonesianFault('SHOES_SOLD_OUT', {})).toBeNull();
});
