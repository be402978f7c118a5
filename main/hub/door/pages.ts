import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { screenKind, screenPath } from '../../../shared/vocabulary/staff.ts'
import type { Machine } from './machine.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.txt': 'text/plain; charset=utf-8',
}

/** antd writes its styles into the page; what the public sees and the pairing page need no such leave. */
const pagesWithInlineStyles = new Set(['clerk', 'console'])
const screenPages: ReadonlySet<string> = new Set(screenKind.options)
/** What a machine that is no screen of the hall may open: to become one, and to take a handover. */
const pagesOfAnybody = new Set(['pairing', 'handover', 'assets'])

function policyFor(page: string): string {
  const inline = pagesWithInlineStyles.has(page) ? " 'unsafe-inline'" : ''
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${inline}`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "media-src 'self' blob:",
    "connect-src 'self' ws: wss:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}

/** Files of the built screens by their address; only what was there at the start is ever served. */
function listFiles(folder: string): Map<string, string> {
  const files = new Map<string, string>()
  if (!existsSync(folder)) return files
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const path = join(folder, name)
    if (statSync(path).isFile()) files.set(`/${relative(folder, path).split(sep).join('/')}`, path)
  }
  return files
}

/** Where an address leads that cannot be read: there is no such page. */
const nowhere = '/?'

/** The path of an address with its escapes read. */
function pathOf(address: string): string {
  try {
    const path = decodeURI(new URL(`http://hub${address}`).pathname)
    return path.startsWith('//') ? nowhere : path
  } catch {
    return nowhere
  }
}

/** Serves the built screens over HTTP, each machine only what it may have. */
export function createPages(folder: string) {
  let files: Map<string, string> | undefined
  const kept = new Map<string, Buffer>()

  const read = (path: string): Buffer => {
    const before = kept.get(path)
    if (before !== undefined) return before
    const content = readFileSync(path)
    kept.set(path, content)
    return content
  }

  /** The address a machine is sent to, or undefined when it may have what it asks for. */
  const detour = (page: string, machine: Machine): string | undefined => {
    const isShared = page === 'assets' || page === 'voice'
    if (machine.kind === 'unpaired') return pagesOfAnybody.has(page) ? undefined : '/pairing/'
    if (machine.kind === 'local') return page === '' ? '/console/' : undefined
    const isAnothers = screenPages.has(page) && page !== machine.screenKind
    return (page === '' || isAnothers) && !isShared ? screenPath(machine.screenKind, machine.windowNumber) : undefined
  }

  return {
    answer(request: IncomingMessage, response: ServerResponse, machine: Machine): void {
      files ??= listFiles(folder)
      const path = pathOf(request.url ?? '/')
      const page = path.split('/')[1] ?? ''
      if (path === '/favicon.ico') {
        // Browsers ask for it unasked; a 404 in their console looks like a fault.
        response.writeHead(204).end()
        return
      }
      const elsewhere = detour(page, machine)
      if (elsewhere !== undefined) {
        response.writeHead(302, { location: elsewhere, 'cache-control': 'no-store' }).end()
        return
      }
      const wanted =
        path === '/api/docs' || path === '/api/docs/'
          ? '/api/index.html'
          : /^\/handover\/\d+$/.test(path)
            ? '/handover/index.html'
            : path.endsWith('/')
              ? `${path}index.html`
              : path
      const file = files.get(wanted) ?? files.get(`${wanted}/index.html`)
      if (file === undefined) {
        response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('没有这个页面')
        return
      }
      // Built files carry a hash of their content in their name; pages themselves do not.
      const isHashed = page === 'assets'
      response.writeHead(200, {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
        'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
        'content-security-policy': policyFor(page),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      })
      response.end(request.method === 'HEAD' ? undefined : read(file))
    },
  }
}
export type Pages = ReturnType<typeof createPages>
