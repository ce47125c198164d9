/** Which addresses the outside world has. Everything else is ours, our host's or our provider's. */
import ipaddr from 'ipaddr.js';

const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  // IPv4 hidden in IPv6 (mapped, compatible, NAT64) stands outside 2000::/3, whatever the library calls it.
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_IPV6);
}

export function isLoopbackAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === 'loopback';
}

/** The address when a URL's hostname is one, without the brackets of IPv6. */
export function literalAddress(hostname: string): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? bare : undefined;
}

/** `localhost` and what lies under it never leave the machine (RFC 6761 section 6.3). */
export function isLoopbackHost(hostname: string): boolean {
  const literal = literalAddress(hostname);
  if (literal) return isLoopbackAddress(literal);
  return hostname === 'localhost' || hostname.endsWith('.localhost');
}
