import type { BrowserWindowConstructorOptions, Input, Rectangle } from 'electron'
import type { HallShell, ScreenToOpen } from '../../shared/contract/shell.ts'
import type { ScreenKind } from '../../shared/vocabulary/staff.ts'
import { text } from './text.ts'

export const screenKinds: readonly ScreenKind[] = ['kiosk', 'clerk', 'display', 'console', 'countertop']
const staffScreens: readonly ScreenKind[] = ['clerk', 'console']

/** What only the public touches or sees: no dialogs, no shortcuts, no way out. */
const isPublic = (kind: ScreenKind): boolean => kind !== 'clerk' && kind !== 'console'

/** What citizens touch: it cannot be left by touch. */
const isTouched = (kind: ScreenKind): boolean => kind === 'kiosk' || kind === 'countertop'

/** Width in CSS pixels each screen is drawn for; a smaller demo window shows it smaller, not cut off. */
const designWidth: Record<ScreenKind, number> = {
  kiosk: 1600,
  clerk: 1280,
  display: 1920,
  console: 1440,
  countertop: 1280,
}

/** Options of a screen's window; there is no other place that makes one. */
export function screenOptions(
  { kind, fullscreen }: ScreenToOpen,
  bounds: Rectangle,
  zoomFactor: number,
  preload: string,
): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    title: text.titles[kind],
    show: false,
    kiosk: fullscreen && isTouched(kind),
    fullscreen: fullscreen && !isTouched(kind),
    frame: !fullscreen,
    autoHideMenuBar: true,
    webPreferences: {
      ...securePreferences,
      preload,
      zoomFactor,
      disableDialogs: isPublic(kind),
      partition: partition(kind),
    },
  }
}

/** In memory only: what a citizen's page left behind ends with the program. */
export const partition = (kind: ScreenKind): string => `screen-${kind}`

export const securePreferences = {
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
  spellcheck: false,
  safeDialogs: true,
  backgroundThrottling: false,
  autoplayPolicy: 'no-user-gesture-required',
} as const

const quarters: Record<ScreenKind, [column: number, row: number]> = {
  kiosk: [0, 0],
  clerk: [1, 0],
  display: [0, 1],
  console: [1, 1],
  countertop: [1, 0],
}

/**
 * Where a screen opens. In the demo each takes a quarter of the first monitor; in a hall a display or a
 * countertop goes to the second monitor where there is one. `workAreas`: the primary monitor first.
 */
export function boundsOf({ kind, fullscreen }: ScreenToOpen, demo: boolean, workAreas: Rectangle[]): Rectangle {
  const primary = workAreas[0] ?? { x: 0, y: 0, width: 1280, height: 800 }
  const facesTheHall = kind === 'display' || kind === 'countertop'
  if (!demo) return (facesTheHall && fullscreen && workAreas[1]) || primary
  const width = Math.floor(primary.width / 2)
  const height = Math.floor(primary.height / 2)
  const [column, row] = quarters[kind]
  return { x: primary.x + column * width, y: primary.y + row * height, width, height }
}

/** Zoom at which a page of the screen's design width fits, between half and full size. */
export function zoomFor(kind: ScreenKind, contentWidth: number): number {
  return Math.min(1, Math.max(0.5, contentWidth / designWidth[kind]))
}

/** A screen stays on its own page of the hub, or goes to be paired; the console also reads the API page. */
export function mayNavigate(url: string, origin: string, { kind, path }: ScreenToOpen): boolean {
  // A countertop's path names its window behind a question mark.
  const paths = [path.split('?')[0]!, '/pairing/', ...(kind === 'console' ? ['/api/'] : [])]
  const target = parseUrl(url)
  return (
    target !== undefined && target.origin === origin && paths.some((allowed) => target.pathname.startsWith(allowed))
  )
}

/** Pages load from the hub and from themselves, whatever a policy of the page would allow. */
export function mayLoad(url: string, origin: string): boolean {
  const target = parseUrl(url)
  if (target === undefined) return false
  return target.protocol === 'data:' || [origin, origin.replace(/^http/, 'ws')].includes(target.origin)
}

function parseUrl(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined
}

/** Of all that a page may ask the system for, a screen may fill the monitor and keep it lit. */
export function mayUse(permission: string): boolean {
  return permission === 'fullscreen' || permission === 'screen-wake-lock'
}

/** Keys that lead out of a public screen: a keyboard plugged into a kiosk types, and nothing more. */
export function leadsOut(kind: ScreenKind, input: Pick<Input, 'key' | 'control' | 'alt' | 'meta'>): boolean {
  return isPublic(kind) && (input.control || input.alt || input.meta || /^F\d+$/.test(input.key))
}

/** A screen that a page asks for; undefined: none of ours. */
export function readScreenWish(sent: unknown): { kind: ScreenKind; windowNumber: number | undefined } | undefined {
  const { kind: wished, windowNumber } = (sent ?? {}) as { kind?: unknown; windowNumber?: unknown }
  const kind = screenKinds.find((one) => one === wished)
  if (kind === undefined) return undefined
  return { kind, windowNumber: Number.isInteger(windowNumber) ? (windowNumber as number) : undefined }
}

/** Which screens may ask the shell for what. In the demo every screen may quit, since none has another way out. */
export function mayAsk(call: keyof HallShell, kind: ScreenKind, demo: boolean): boolean {
  const allowed: Record<keyof HallShell, readonly ScreenKind[]> = {
    printers: ['kiosk', 'clerk', 'console'],
    printHtml: ['kiosk', 'clerk', 'console'],
    machine: screenKinds,
    openScreen: staffScreens,
    quit: demo ? screenKinds : staffScreens,
  }
  return allowed[call].includes(kind)
}
