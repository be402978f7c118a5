import { hash, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { ScreenKind } from '../../../shared/vocabulary/staff.ts'
import type { Tables } from '../tables/apply.ts'

/** The machine a request comes from. */
export type Machine =
  /** The hub's own PC: everything stands there already. */
  | { kind: 'local'; screenId: 'local' }
  | { kind: 'paired'; screenId: string; screenKind: ScreenKind; windowNumber: number | null }
  | { kind: 'unpaired' }

const cookieName = 'shouwen_screen'
const loopbackAddresses = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** A secret for a machine or a session: 256 bits; the hub keeps its hash only. */
export function freshToken(): string {
  return randomBytes(32).toString('base64url')
}

export function tokenHash(token: string): string {
  return hash('sha256', token, 'base64url')
}

/** `Set-Cookie` that makes a browser the paired machine; not readable by the page's scripts. */
export function screenCookie(token: string): string {
  return `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=315360000`
}

/**
 * Who asks. The own PC is known by the loopback address together with a loopback name in the Host
 * header: a page from elsewhere that makes a name point here (DNS rebinding) is not taken for it.
 */
export function machineOf(request: IncomingMessage, tables: Tables): Machine {
  const address = request.socket.remoteAddress ?? ''
  const name = (request.headers.host ?? '').replace(/:\d+$/, '')
  if (loopbackAddresses.has(address) && loopbackNames.has(name)) return { kind: 'local', screenId: 'local' }

  const token = new RegExp(`(?:^|; )${cookieName}=([\\w-]{20,100})`).exec(request.headers.cookie ?? '')?.[1]
  if (token === undefined) return { kind: 'unpaired' }
  const screenId = tables.privateRecords.screenOfToken(tokenHash(token))
  const screen = screenId === undefined ? undefined : tables.screen.find(screenId)
  if (screen === undefined) return { kind: 'unpaired' }
  return { kind: 'paired', screenId: screen.screenId, screenKind: screen.kind, windowNumber: screen.windowNumber }
}

/** A page of another origin may not speak to the hub in the name of this machine. */
export function isSameOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  return origin === undefined || origin === `http://${host}` || origin === `https://${host}`
}
