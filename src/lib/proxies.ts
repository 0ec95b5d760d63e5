import { BlockList, isIP } from 'node:net';

/** The networks whose word is believed about whom they ask for; null when one of them is none. */
export function readProxies(text: string): BlockList | null {
  const list = new BlockList();
  for (const each of text.split(',').map((part) => part.trim())) {
    const [address = '', bits, ...rest] = each.split('/');
    const version = isIP(address);
    if (!version || rest.length > 0) return null;
    const longest = version === 4 ? 32 : 128;
    if (bits !== undefined && (!/^\d{1,3}$/.test(bits) || Number(bits) > longest)) return null;
    list.addSubnet(address, bits === undefined ? longest : Number(bits), version === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}

/** An address as it is compared: without the form in which IPv6 carries IPv4, without a port; null when it is none. */
function plain(text: string): string | null {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d+(?:\.\d+){3}):\d+$/.exec(text)?.[1] ?? text;
  const address = bare.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return isIP(address) ? address : null;
}

/**
 * The address of who asks, by `X-Forwarded-For`: read from the right, as each proxy adds the one that it was asked
 * by, up to the first that is no proxy of ours. What stands left of it anybody can make up. Null when a proxy
 * of ours says something that is no address.
 */
export function callerBehind(
  proxies: Pick<BlockList, 'check'>,
  peer: string,
  forwarded: string | undefined,
): string | null {
  const chain = (forwarded ?? '').split(',').map((each) => each.trim());
  let caller = plain(peer);
  while (caller && proxies.check(caller, isIP(caller) === 4 ? 'ipv4' : 'ipv6')) {
    const next = chain.pop();
    if (!next) return caller;
    caller = plain(next);
  }
  return caller;
}

/** What counts as one caller: an IPv4 address, or the /64 of an IPv6 one, of which anybody has as many as they like. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('::');
  const groups = (part: string) => part.split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [
    ...groups(head),
    ...Array.from({ length: Math.max(0, zeros) }, () => '0'),
    ...groups(tail ?? ''),
  ];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
