import { expect, test } from 'bun:test';
import { clientAddress } from './client-address.ts';
import { ownOrigins } from './own-origins.ts';
import { cameByHttps, secureCookies } from './secure-cookies.ts';

const PUBLIC = '203.0.113.9';

test('attempts are counted against the socket, whatever the client claims about itself', () => {
  const lying = new Headers({ 'x-forwarded-for': '198.51.100.1' });
  expect(clientAddress(lying, PUBLIC)).toBe(PUBLIC);
  expect(clientAddress(new Headers(), PUBLIC)).toBe(PUBLIC);
});

test('behind a proxy next to us, the last hop counts: the one the proxy itself wrote', () => {
  const headers = new Headers({ 'x-forwarded-for': `198.51.100.1, ${PUBLIC}` });
  for (const proxy of ['127.0.0.1', '::1', '10.0.0.2', '172.18.0.3', '::ffff:172.18.0.3']) {
    expect(clientAddress(headers, proxy)).toBe(PUBLIC);
  }
  expect(clientAddress(headers, '172.33.0.1')).toBe('172.33.0.1');
  expect(clientAddress(new Headers({ 'x-forwarded-for': 'not an address' }), '::1')).toBe('::1');
  expect(clientAddress(new Headers(), '127.0.0.1')).toBe('127.0.0.1');
});

test('our own origins are those of the host the request was sent to, and no other', () => {
  const origins = ownOrigins(
    new Headers({ host: 'localhost:4711', 'x-forwarded-host': 'studio.example.com, inner' }),
  );
  expect(origins).toContain('http://localhost:4711');
  expect(origins).toContain('https://studio.example.com');
  expect(origins.join(' ')).not.toContain('inner');
  expect(ownOrigins(new Headers())).toEqual([]);
});

test('a cookie becomes Secure once, and only its attributes change', () => {
  const headers = new Headers();
  headers.append('set-cookie', 'a=1; Path=/; HttpOnly');
  headers.append('set-cookie', 'b=2; Secure');
  expect(secureCookies(headers).getSetCookie()).toEqual([
    'a=1; Path=/; HttpOnly; Secure',
    'b=2; Secure',
  ]);
});

test('https is told by the proxy before us, else by our own address', () => {
  const by = (url: string, proto?: string) =>
    cameByHttps(url, new Headers(proto === undefined ? {} : { 'x-forwarded-proto': proto }));
  expect(by('http://inner:3000/')).toBe(false);
  expect(by('http://inner:3000/', 'https')).toBe(true);
  expect(by('http://inner:3000/', 'https, http')).toBe(true);
  expect(by('https://studio.example.com/')).toBe(true);
});
