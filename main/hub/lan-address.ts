import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'

/** IPv4 addresses under which other machines of the LAN reach this one. */
export function lanAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => address.address)
}

/** The hub as the LAN sees it, such as http://192.168.1.20:8642; null while it does not listen, or without a LAN. */
export function lanOriginOf(heard: AddressInfo | string | null): string | null {
  const [address] = lanAddresses()
  return address === undefined || heard === null || typeof heard === 'string' ? null : `http://${address}:${heard.port}`
}
