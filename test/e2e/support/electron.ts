import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { findElectron } from '../../../scripts/lib/electron.mjs'
import { node24, root } from '../../../scripts/lib/place.mjs'
import type { ScreenKind } from '../../../shared/vocabulary/staff.ts'

const demoScreens: ScreenKind[] = ['kiosk', 'clerk', 'display', 'console']
const openWithinMs = 30_000

export const demoHall = join(root, 'assets/halls/demo.yaml')

export interface OpenHall {
  app: ElectronApplication
  screens: Record<ScreenKind, Page>
  /** Fresh and deleted at the end. */
  data: string
  /** `http://127.0.0.1:8610` */
  origin: string
  close(): Promise<void>
}

/** Opens the built app with the demo hall (or another) on an empty store, and waits for its four screens. */
export async function openHall(displayName: string, hall = demoHall): Promise<OpenHall> {
  const data = await mkdtemp(join(tmpdir(), 'shouwen-hall-'))
  const app = await launchShell(displayName, ['--hall', hall, '--data', data, '--port', '0'])
  const pages = await Promise.all(demoScreens.map(async (kind) => [kind, await screenPage(app, kind)] as const))
  const screens = Object.fromEntries(pages) as Record<ScreenKind, Page>
  return {
    app,
    screens,
    data,
    origin: new URL(screens.kiosk.url()).origin,
    async close() {
      await app.close()
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** Starts the built shell as `npm start` does. */
export async function launchShell(displayName: string, args: string[]): Promise<ElectronApplication> {
  const runtime = await findElectron(() => {})
  if (runtime === null) throw new Error('there is no Electron on this machine')
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [...runtime.args, ...args],
    cwd: root,
    env: { ...definedOnly(process.env), ...runtime.env, DISPLAY: displayName, SHOUWEN_NODE: node24 },
  })
  const said: Buffer[] = []
  const { stdout, stderr } = app.process()
  stdout?.on('data', (chunk: Buffer) => said.push(chunk))
  stderr?.on('data', (chunk: Buffer) => said.push(chunk))
  output.set(app, said)
  return app
}

/** What shell and hub wrote, for the message of a failure. */
const output = new WeakMap<ElectronApplication, Buffer[]>()

/** The window of a kind, once it has loaded. */
export async function screenPage(app: ElectronApplication, kind: ScreenKind): Promise<Page> {
  const isIt = (page: Page) => URL.canParse(page.url()) && new URL(page.url()).pathname.startsWith(`/${kind}/`)
  const until = Date.now() + openWithinMs
  while (Date.now() < until) {
    const page = app.windows().find(isIt)
    if (page !== undefined) {
      await page.waitForLoadState('load')
      return page
    }
    await new Promise((next) => setTimeout(next, 50))
  }
  const open = app.windows().map((page) => page.url())
  const said = Buffer.concat(output.get(app) ?? []).toString('utf8')
  throw new Error(`no ${kind} window within ${openWithinMs} ms; open: ${open}; the shell wrote:\n${said}`)
}

/**
 * What a window really shows, as a PNG; `size` makes the window so large before. (Playwright's own screenshot
 * does not know the zoom at which the demo shows its small windows.)
 */
export async function photograph(
  app: ElectronApplication,
  kind: ScreenKind,
  size?: { width: number; height: number },
): Promise<Buffer> {
  const png = await app.evaluate(
    async ({ BrowserWindow }, wished) => {
      const shown = BrowserWindow.getAllWindows().find((each) => each.webContents.getURL().includes(`/${wished.kind}/`))
      if (shown === undefined) throw new Error(`no ${wished.kind} window`)
      if (wished.size !== undefined) shown.setContentSize(wished.size.width, wished.size.height)
      await new Promise((painted) => setTimeout(painted, 500))
      return (await shown.webContents.capturePage()).toPNG().toString('base64')
    },
    { kind, size },
  )
  return Buffer.from(png, 'base64')
}

/** The process of the shell's hub: a child on Node, or one of Electron's own utility processes. */
export async function hubProcessId(app: ElectronApplication): Promise<number> {
  const utility = await app.evaluate(({ app: shell }) =>
    shell.getAppMetrics().find((found) => found.name === 'shouwen-hub' || found.serviceName === 'shouwen-hub'),
  )
  if (utility !== undefined) return utility.pid
  const shell = app.process().pid
  const children = (await readFile(`/proc/${shell}/task/${shell}/children`, 'utf8')).trim().split(' ')
  for (const child of children) {
    if ((await readFile(`/proc/${child}/cmdline`, 'utf8')).includes('/hub.js')) return Number(child)
  }
  throw new Error('the shell has no hub')
}

/** True while a process with this id exists. */
export function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch {
    return false
  }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
