import { expect, test } from 'bun:test';
import { indonesianFault } from './fault-words.ts';

test('a fault about credits names its own figures', () => {
  expect(indonesianFault('INSUFFICIENT_CREDITS', { price: 7, available: 4 })?.message).toBe(
    'Ini seharga 7 kredit dan kamu punya 4.',
  );
});

test('a limit is named with its figure and with when to come back', () => {
  const over = { limit: 300, tier: 'free', per: 'minute' };
  expect(indonesianFault('RATE_LIMIT_EXCEEDED', over, 12)).toEqual({
    message: 'Tingkatmu boleh mengirim 300 permintaan per menit, dan itu sudah terpakai.',
    fix: 'Lanjutkan dalam 12 detik.',
  });
});

test('without its figures, or without words, the sentence of the server stays', () => {
  expect(indonesianFault('INSUFFICIENT_CREDITS', {})).toBeNull();
  expect(indonesianFault('SHOES_SOLD_OUT', {})).toBeNull();
});

test('what is wrong with an OpenPose file is said by its case, and in general where the case is unknown', () => {
  expect(indonesianFault('POSE_OPENPOSE_INVALID', { case: 'people', people: 3 })?.message).toBe(
    'Berkas ini memuat 3 orang.',
  );
  expect(indonesianFault('POSE_OPENPOSE_INVALID', {})?.message).toContain('OpenPose JSON');
});
