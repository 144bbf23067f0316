import { describe, expect, test } from 'bun:test';
import { createFormats } from './formats.ts';

const en = createFormats('en');
const id = createFormats('id');

describe('formats', () => {
  test('numbers are grouped the way each language groups them', () => {
    expect(en.number(1042)).toBe('1,042');
    expect(id.number(1042)).toBe('1.042');
  });

  test('a signed amount carries a plus or a true minus, and nothing has no sign', () => {
    expect(en.signed(150)).toBe('+150');
    expect(en.signed(-7)).toBe('−7');
    expect(en.signed(0)).toBe('0');
  });

  test('one credit is singular in English and Indonesian has no plural', () => {
    expect(en.credits(1)).toBe('1 credit');
    expect(en.credits(7)).toBe('7 credits');
    expect(id.credits(7)).toBe('7 kredit');
  });

  test('a time today or yesterday is named so, with its clock', () => {
    const now = new Date(2026, 10, 20, 12, 0);
    expect(en.when(new Date(2026, 10, 20, 10, 42), now)).toBe('Today, 10:42');
    expect(en.when(new Date(2026, 10, 19, 23, 59), now)).toBe('Yesterday, 23:59');
    expect(en.when(new Date(2026, 10, 18, 14, 20), now)).toBe('18 Nov, 14:20');
    expect(id.when(new Date(2026, 10, 19, 9, 5), now)).toStartWith('Kemarin, ');
  });

  test('a time of another year says its year', () => {
    const now = new Date(2026, 0, 5);
    expect(en.when(new Date(2025, 10, 18, 14, 20), now)).toBe('18 Nov 2025, 14:20');
  });

  test('how long ago is said in the largest whole unit', () => {
    const now = new Date(2026, 10, 20, 12, 0);
    const past = (seconds: number) => new Date(now.getTime() - seconds * 1000);
    expect(en.ago(past(20), now)).toBe('just now');
    expect(en.ago(past(200), now)).toBe('3 minutes ago');
    expect(id.ago(past(7200), now)).toBe('2 jam yang lalu');
  });

  test('a duration is short and keeps a decimal only where it matters', () => {
    expect(en.duration(0.94)).toBe('0.9 s');
    expect(en.duration(42.3)).toBe('42 s');
    expect(en.duration(80)).toBe('1 min 20 s');
    expect(id.duration(120)).toBe('2 mnt');
  });

  test('a duration that rounds up to a full minute does not say 60 seconds', () => {
    expect(en.duration(59.7)).toBe('1 min');
    expect(en.duration(119.8)).toBe('2 min');
  });
});
