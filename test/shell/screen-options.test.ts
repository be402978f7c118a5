import { describe, expect, test } from 'vitest'
import {
  boundsOf,
  leadsOut,
  mayAsk,
  mayLoad,
  mayNavigate,
  mayUse,
  readScreenWish,
  screenKinds,
  screenOptions,
  zoomFor,
} from '../../main/shell/screen-options.ts'
import type { ScreenToOpen } from '../../shared/contract/shell.ts'
import type { ScreenKind } from '../../shared/vocabulary/staff.ts'

const origin = 'http://127.0.0.1:8610'
const desktop = { x: 0, y: 0, width: 1920, height: 1080 }
const toOpen = (kind: ScreenKind, fullscreen = true): ScreenToOpen => ({ kind, path: `/${kind}/`, fullscreen })

describe.each(screenKinds)('the window of the %s', (kind) => {
  const options = screenOptions(toOpen(kind), desktop, 1, '/preload.cjs')

  test('keeps its page in the sandbox, apart from Node and from the other screens', () => {
    expect(options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      plugins: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      devTools: false,
      partition: `screen-${kind}`,
    })
    expect(options.webPreferences).not.toHaveProperty('enableBlinkFeatures')
  })

  test('speaks without waiting for a touch and does not slow down in the background', () => {
    expect(options.webPreferences).toMatchObject({
      autoplayPolicy: 'no-user-gesture-required',
      backgroundThrottling: false,
    })
  })

  test('keeps nothing on disk', () => {
    expect(options.webPreferences?.partition).not.toMatch(/^persist:/)
  })

  test('takes all permissions but to fill the monitor and keep it lit', () => {
    const asked = [
      'media',
      'geolocation',
      'notifications',
      'midi',
      'hid',
      'serial',
      'usb',
      'openExternal',
      'clipboard-read',
    ]
    expect(asked.filter(mayUse)).toEqual([])
    expect(['fullscreen', 'screen-wake-lock'].every(mayUse)).toBe(true)
  })
})

describe('full screens', () => {
  test('a kiosk in a hall is locked to its monitor', () => {
    expect(screenOptions(toOpen('kiosk'), desktop, 1, '')).toMatchObject({ kiosk: true, frame: false })
  })

  test('a display in a hall fills its monitor without locking it', () => {
    expect(screenOptions(toOpen('display'), desktop, 1, '')).toMatchObject({
      kiosk: false,
      fullscreen: true,
      frame: false,
    })
  })

  test('a framed window can be closed', () => {
    expect(screenOptions(toOpen('kiosk', false), desktop, 1, '')).toMatchObject({
      kiosk: false,
      fullscreen: false,
      frame: true,
    })
  })
})

describe('places', () => {
  test('the demo screens tile the desktop', () => {
    const opened = screenKinds.filter((kind) => kind !== 'countertop')
    const areas = opened.map((kind) => boundsOf(toOpen(kind, false), true, [desktop]))
    const covered = areas.reduce((sum, area) => sum + area.width * area.height, 0)
    expect(covered).toBe(desktop.width * desktop.height)
    expect(new Set(areas.map(({ x, y }) => `${x} ${y}`)).size).toBe(4)
  })

  test('what faces the hall takes the second monitor, every other screen the first', () => {
    const second = { x: 1920, y: 0, width: 3840, height: 2160 }
    expect(boundsOf(toOpen('display'), false, [desktop, second])).toEqual(second)
    expect(boundsOf(toOpen('countertop'), false, [desktop, second])).toEqual(second)
    expect(boundsOf(toOpen('clerk', false), false, [desktop, second])).toEqual(desktop)
    expect(boundsOf(toOpen('display'), false, [desktop])).toEqual(desktop)
  })

  test('a narrow window shows its page smaller, never below half and never above full size', () => {
    expect(zoomFor('display', 960)).toBe(0.5)
    expect(zoomFor('clerk', 960)).toBe(0.75)
    expect(zoomFor('clerk', 200)).toBe(0.5)
    expect(zoomFor('kiosk', 3840)).toBe(1)
  })
})

describe('the screen that a page asks for', () => {
  test.each<[unknown, ReturnType<typeof readScreenWish>]>([
    [
      { kind: 'countertop', windowNumber: 3 },
      { kind: 'countertop', windowNumber: 3 },
    ],
    [{ kind: 'clerk' }, { kind: 'clerk', windowNumber: undefined }],
    [
      { kind: 'countertop', windowNumber: '3&x' },
      { kind: 'countertop', windowNumber: undefined },
    ],
    [{ kind: 'vault' }, undefined],
    ['clerk', undefined],
    [null, undefined],
  ])('%j', (sent, wish) => {
    expect(readScreenWish(sent)).toEqual(wish)
  })
})

describe('where a page may go', () => {
  test.each([
    ['its own page', `${origin}/kiosk/`, true],
    ['a part of it', `${origin}/kiosk/#/items`, true],
    ['pairing', `${origin}/pairing/`, true],
    ['the console', `${origin}/console/`, false],
    ['the API page', `${origin}/api/`, false],
    ['another port', 'http://127.0.0.1:9999/kiosk/', false],
    ['another host that looks alike', 'http://127.0.0.1:8610@example.com/kiosk/', false],
    ['a file', 'file:///kiosk/', false],
    ['a script', 'javascript:alert(1)', false],
    ['nonsense', 'kiosk', false],
  ])('a kiosk and %s', (_, url, allowed) => {
    expect(mayNavigate(url, origin, toOpen('kiosk'))).toBe(allowed)
  })

  test('a countertop stays on its page, whose address names the window', () => {
    const countertop: ScreenToOpen = { kind: 'countertop', path: '/countertop/?window=3', fullscreen: true }
    expect(mayNavigate(`${origin}/countertop/?window=3`, origin, countertop)).toBe(true)
    expect(mayNavigate(`${origin}/clerk/`, origin, countertop)).toBe(false)
  })

  test('the console also reads the API page', () => {
    expect(mayNavigate(`${origin}/api/`, origin, toOpen('console'))).toBe(true)
  })

  test.each([
    [`${origin}/assets/a.js`, true],
    ['ws://127.0.0.1:8610/live', true],
    ['data:image/png;base64,AA', true],
    [`blob:${origin}/7`, true],
    ['ws://127.0.0.1:8611/live', false],
    ['https://127.0.0.1:8610/', false],
    ['http://192.168.1.1/', false],
    ['file:///etc/passwd', false],
  ])('%s loads: %s', (url, allowed) => {
    expect(mayLoad(url, origin)).toBe(allowed)
  })
})

describe('what a screen may ask of the shell', () => {
  test('only clerk and console open further windows', () => {
    expect(screenKinds.filter((kind) => mayAsk('openScreen', kind, true))).toEqual(['clerk', 'console'])
  })

  test('a display never prints', () => {
    expect(mayAsk('printHtml', 'display', true)).toBe(false)
    expect(mayAsk('printHtml', 'kiosk', false)).toBe(true)
  })

  test('a citizen ends the program in the demo only', () => {
    expect(mayAsk('quit', 'kiosk', true)).toBe(true)
    expect(mayAsk('quit', 'kiosk', false)).toBe(false)
  })
})

describe('keys', () => {
  const press = (key: string, held: Partial<{ control: boolean; alt: boolean; meta: boolean }> = {}) => ({
    key,
    control: false,
    alt: false,
    meta: false,
    ...held,
  })

  test.each([press('F11'), press('F4', { alt: true }), press('r', { control: true }), press('Tab', { meta: true })])(
    'a keyboard at a kiosk has no use of %o',
    (input) => {
      expect(leadsOut('kiosk', input)).toBe(true)
    },
  )

  test('a kiosk takes digits, and a clerk keeps the function keys', () => {
    expect(leadsOut('kiosk', press('7'))).toBe(false)
    expect(leadsOut('clerk', press('F1'))).toBe(false)
  })
})
