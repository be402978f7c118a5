import { BrowserWindow, screen as monitors, type Rectangle, type Session, session, type WebContents } from 'electron'
import type { HubReady, ScreenToOpen } from '../../shared/contract/shell.ts'
import { type ScreenKind, screenPath } from '../../shared/vocabulary/staff.ts'
import { createBackOff } from './back-off.ts'
import {
  boundsOf,
  leadsOut,
  mayLoad,
  mayNavigate,
  mayUse,
  partition,
  screenOptions,
  zoomFor,
} from './screen-options.ts'

/** A page that hangs this long is ended and loaded again. */
const unresponsiveMs = 10_000
/** A window is not kept hidden for longer than this. */
const paintMs = 1_000

/** The windows of this machine, all of one hub. */
export interface Screens {
  open(toOpen: ScreenToOpen): void
  /**
   * Shows the screen of that kind, or opens one; a countertop that of its window. A clerk screen is always a
   * further one: a PC may serve two windows.
   */
  show(kind: ScreenKind, windowNumber?: number): void
  /** Brings every window to the front. */
  focus(): void
  /** The kind of screen that a page belongs to; undefined: none of ours. */
  kindOf(contents: WebContents): ScreenKind | undefined
}

export function createScreens({ origin, demo, screens }: HubReady, preload: string): Screens {
  const opened = new Map<BrowserWindow, ScreenToOpen>()
  const closedSessions = new Set<Session>()

  function open(toOpen: ScreenToOpen): void {
    const { kind, path } = toOpen
    const ownSession = session.fromPartition(partition(kind))
    if (!closedSessions.has(ownSession)) closeSession(ownSession, origin, kind)
    closedSessions.add(ownSession)

    const bounds = boundsOf(toOpen, demo, workAreas())
    const shown = new BrowserWindow(screenOptions(toOpen, bounds, demo ? zoomFor(kind, bounds.width) : 1, preload))
    opened.set(shown, toOpen)
    showWhenPainted(shown)
    shown.once('closed', () => opened.delete(shown))
    // The window says which screen it is; the page's title would say the same five times.
    shown.on('page-title-updated', (update) => update.preventDefault())
    keepInside(shown.webContents, origin, toOpen)
    keepAlive(shown, origin + path)
    if (demo) fitZoom(shown, kind)
    else shown.webContents.on('before-input-event', (press, input) => leadsOut(kind, input) && press.preventDefault())
    shown.loadURL(origin + path).catch(() => {}) // did-fail-load tries again
  }

  return {
    open,
    show(kind, windowNumber) {
      const isWished = (one: ScreenToOpen) =>
        one.kind === kind && (kind !== 'countertop' || one.path === screenPath(kind, windowNumber))
      const present = [...opened].find(([, one]) => isWished(one))?.[0]
      if (present === undefined || kind === 'clerk') {
        open(screens.find(isWished) ?? { kind, path: screenPath(kind, windowNumber), fullscreen: false })
      } else raise(present)
    },
    focus: () => [...opened.keys()].forEach(raise),
    kindOf: (contents) => [...opened].find(([shown]) => shown.webContents === contents)?.[1].kind,
  }
}

/** Of the monitors, the primary one first. */
function workAreas(): Rectangle[] {
  const primary = monitors.getPrimaryDisplay()
  const others = monitors.getAllDisplays().filter((monitor) => monitor.id !== primary.id)
  return [primary, ...others].map((monitor) => monitor.workArea)
}

function raise(shown: BrowserWindow): void {
  if (shown.isMinimized()) shown.restore()
  shown.focus()
}

function closeSession(ownSession: Session, origin: string, kind: ScreenKind): void {
  ownSession.setPermissionRequestHandler((_, permission, answer) => answer(mayUse(permission)))
  ownSession.setPermissionCheckHandler((_, permission) => mayUse(permission))
  ownSession.setDevicePermissionHandler(() => false)
  ownSession.setSpellCheckerEnabled(false)
  ownSession.setProxy({ mode: 'direct' }).catch(() => {}) // the hub is here; without it the system's proxy is asked
  ownSession.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !mayLoad(request.url, origin) }))
  // The console saves reports; nobody else takes files away.
  if (kind !== 'console') ownSession.on('will-download', (download) => download.preventDefault())
}

function keepInside(contents: WebContents, origin: string, toOpen: ScreenToOpen): void {
  const refuse = (navigation: { url: string; preventDefault(): void }) => {
    if (!mayNavigate(navigation.url, origin, toOpen)) navigation.preventDefault()
  }
  contents.on('will-navigate', refuse)
  contents.on('will-redirect', refuse)
  contents.on('will-frame-navigate', refuse)
  contents.on('will-attach-webview', (attach) => attach.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** A hidden window may never paint, where Chromium lost its GPU at the start: it is shown all the same. */
function showWhenPainted(shown: BrowserWindow): void {
  const latest = setTimeout(() => shown.show(), paintMs)
  shown.once('ready-to-show', () => {
    clearTimeout(latest)
    shown.show()
  })
  shown.once('closed', () => clearTimeout(latest))
}

/** Loads the page again when it died, hangs or could not be loaded. */
function keepAlive(shown: BrowserWindow, url: string): void {
  const contents = shown.webContents
  const backOff = createBackOff()
  let loadedAt = Date.now()
  let hanging: NodeJS.Timeout | undefined
  const loadAgain = () => {
    const waitMs = backOff.after(Date.now() - loadedAt)
    setTimeout(() => {
      loadedAt = Date.now()
      if (!shown.isDestroyed()) shown.loadURL(url).catch(() => {}) // did-fail-load tries again
    }, waitMs)
  }
  contents.on('render-process-gone', loadAgain)
  contents.on('did-fail-load', (_, errorCode, __, ___, isMainFrame) => {
    const aborted = -3 // our own reload, or a navigation that was refused
    if (isMainFrame && errorCode !== aborted) loadAgain()
  })
  shown.on('unresponsive', () => {
    hanging = setTimeout(() => contents.forcefullyCrashRenderer(), unresponsiveMs)
  })
  shown.on('responsive', () => clearTimeout(hanging))
  shown.on('closed', () => clearTimeout(hanging))
}

function fitZoom(shown: BrowserWindow, kind: ScreenKind): void {
  const fit = () => shown.webContents.setZoomFactor(zoomFor(kind, shown.getContentBounds().width))
  shown.on('resize', fit)
  shown.webContents.on('did-finish-load', fit)
}
