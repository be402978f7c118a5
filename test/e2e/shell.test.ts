import { hash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PrintRequest } from '../../shared/contract/shell.ts'
import { startDisplay, type TestDisplay } from './support/display.ts'
import { hubProcessId, isRunning, launchShell, type OpenHall, openHall } from './support/electron.ts'

const slip: PrintRequest = {
  html: '<!doctype html><meta charset="utf-8"><h1>A017</h1><p>社保参保登记</p>',
  printer: { kind: 'pdf' },
  widthMm: 80,
  heightMm: 120,
  fileName: 'A017',
}
const mmPerPoint = 25.4 / 72

let display: TestDisplay
let hall: OpenHall

beforeAll(async () => {
  display = await startDisplay()
  hall = await openHall(display.name)
})
afterAll(async () => {
  await hall?.close()
  await display?.stop()
})

const print = (screen: 'kiosk' | 'display', request: unknown) =>
  hall.screens[screen].evaluate((asked) => window.hallShell?.printHtml(asked as PrintRequest), request)

describe('the shell', () => {
  test('the four screens of the demo share the desktop without covering each other', async () => {
    const bounds = await hall.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((shown) => shown.getBounds()),
    )
    const corners = bounds.map(({ x, y }) => `${x > 900 ? 'right' : 'left'} ${y > 500 ? 'bottom' : 'top'}`)
    expect(new Set(corners).size).toBe(4)
  })

  test('a slip becomes a PDF of its paper size, known by its bytes, and a reprint does not overwrite it', async () => {
    for (const name of ['A017.pdf', 'A017-2.pdf']) {
      const printed = await print('kiosk', slip)
      const path = join(hall.data, 'prints', name)
      expect(printed).toEqual({ ok: true, path, fileHash: hash('sha256', await readFile(path), 'hex') })
    }
    const pdf = await readFile(join(hall.data, 'prints', 'A017.pdf'), 'latin1')
    const papers = [...pdf.matchAll(/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
    const millimetres = papers.map(([, ...points]) => points.map((length) => Math.round(Number(length) * mmPerPoint)))
    expect(millimetres).toEqual([[80, 120]])
  })

  test('a printer that is not there is answered with a sentence', async () => {
    const outcome = await print('kiosk', { ...slip, printer: { kind: 'system', name: '不存在的打印机' } })
    expect(outcome).toEqual({ ok: false, reason: expect.stringMatching(/没有找到打印机.*。$/) })
  })

  test('what is no print request is refused, not printed', async () => {
    expect(await print('kiosk', { ...slip, widthMm: 0 })).toMatchObject({ ok: false })
  })

  test('the display may not print', async () => {
    await expect(print('display', slip)).rejects.toThrow('printHtml refused')
  })

  test('a screen opens no windows and leaves its page for no address', async () => {
    const kiosk = hall.screens.kiosk
    const before = hall.app.windows().length
    expect(await kiosk.evaluate(() => window.open('/console/'))).toBeNull()
    await kiosk.evaluate(() => location.assign('/console/'))
    await kiosk.evaluate(() => new Promise((later) => setTimeout(later, 300)))
    expect(new URL(kiosk.url()).pathname).toBe('/kiosk/')
    expect(hall.app.windows()).toHaveLength(before)
  })

  test('a killed hub is back at the same address while the windows stay', async () => {
    const before = await hubProcessId(hall.app)
    process.kill(before, 'SIGKILL')
    await expect.poll(() => hubProcessId(hall.app).catch(() => before), { timeout: 10_000 }).not.toBe(before)
    await expect.poll(() => answers(`${hall.origin}/kiosk/`), { timeout: 10_000 }).toBe(true)
    expect(hall.app.windows()).toHaveLength(4)
  })

  test('a screen whose page died loads again', async () => {
    const state = () =>
      hall.app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows().map((shown) => shown.webContents)
        const display = contents.find((page) => page.getURL().includes('/display/'))
        return display?.isCrashed() ? 'dead' : display?.isLoading() ? 'loading' : 'shown'
      })
    await hall.app.evaluate(({ BrowserWindow }) => {
      const display = BrowserWindow.getAllWindows().find((shown) => shown.webContents.getURL().includes('/display/'))
      display?.webContents.forcefullyCrashRenderer()
    })
    await expect.poll(state, { interval: 5 }).toBe('dead')
    await expect.poll(state, { timeout: 10_000 }).toBe('shown')
  })

  test('the last window closed ends the hub', async () => {
    const hub = await hubProcessId(hall.app)
    await hall.close()
    expect(isRunning(hub)).toBe(false)
  })
})

test('a mistake in the profile is told in one message, and no screen opens', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shouwen-mistake-'))
  const profile = join(folder, 'my-hall.yaml')
  await writeFile(profile, 'hall:\n  name: 3\n')
  const app = await launchShell(display.name, ['--hall', profile, '--data', join(folder, 'data'), '--port', '0'])
  try {
    await app.evaluate(({ dialog }) => {
      const showMessageBox = (options: { detail: string }) => {
        Object.assign(dialog, { told: options.detail })
        return new Promise(() => {})
      }
      Object.assign(dialog, { showMessageBox })
    })
    const told = () => app.evaluate(({ dialog }) => ('told' in dialog ? dialog.told : undefined))
    await expect.poll(told, { timeout: 30_000 }).toContain('my-hall.yaml:2')
    expect(app.windows()).toEqual([])
  } finally {
    await app.evaluate(({ app: shell }) => shell.exit()).catch(() => {})
    await rm(folder, { recursive: true, force: true })
  }
})

async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    (response) => response.ok,
    () => false,
  )
}
