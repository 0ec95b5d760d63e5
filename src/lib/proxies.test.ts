import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callerBehind, networkOf, readProxies } from './proxies.ts';

const ours = readProxies('127.0.0.1, 10.0.0.0/8, fd00::/8')!;

test.each([
  ['nobody forwards', '203.0.113.9', undefined, '203.0.113.9'],
  ['somebody else’s header is not believed', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['our proxy says whom it asks for', '127.0.0.1', '203.0.113.9', '203.0.113.9'],
  ['also by IPv4 in the form of IPv6', '::ffff:127.0.0.1', '::ffff:203.0.113.9', '203.0.113.9'],
  ['through two of ours', '127.0.0.1', '203.0.113.9, 10.1.2.3', '203.0.113.9'],
  ['what the caller made up stands left', '127.0.0.1', '1.2.3.4, 127.0.0.1, 203.0.113.9', '203.0.113.9'],
  ['with a port', '127.0.0.1', '203.0.113.9:51234', '203.0.113.9'],
  ['IPv6 with a port', 'fd00::1', '[2001:db8::7]:443', '2001:db8::7'],
  ['a colleague in the same building', '127.0.0.1', '10.1.2.3', '10.1.2.3'],
  ['our proxy says nothing', '127.0.0.1', undefined, '127.0.0.1'],
  ['our proxy says what is no address', '127.0.0.1', '203.0.113.9, unknown', null],
])('%s', (_, peer, forwarded, caller) => {
  expect(callerBehind(ours, peer, forwarded)).toBe(caller);
});

test('whatever a caller puts into the header, the address is theirs', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.ipV4().filter((ip) => !ours.check(ip)),
      (madeUp, ip) => {
        expect(callerBehind(ours, '127.0.0.1', `${madeUp}, ${ip}`)).toBe(ip);
      },
    ),
  );
});

test('a network is a plain address or one with bits, and nothing else', () => {
  for (const odd of [
    '',
    'proxy',
    '10.0.0.0/33',
    '10.0.0.0/8/8',
    '10.0.0.0/',
    '10.0.0.1,,10.0.0.2',
    '::1/129',
  ])
    expect(readProxies(odd), odd).toBeNull();
  expect(readProxies('::1/128 , 10.0.0.0/0')?.check('192.0.2.1')).toBe(true);
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
