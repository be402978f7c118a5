import type { ScreenKind } from '../vocabulary/staff.ts'

/*
 * What passes between the Electron shell and the two it serves: the hub it keeps alive (messages over
 * the process channel) and the screens it shows (`window.hallShell`, absent in a plain browser).
 */

/** One screen that this machine shows. */
export interface ScreenToOpen {
  kind: ScreenKind
  /** Path on the hub, `/kiosk/`, `/countertop/?window=3`. */
  path: string
  /** True: the whole monitor, without a frame. A kiosk or a countertop then cannot be left by touch. */
  fullscreen: boolean
}

/** From the hub, once, when it serves. */
export interface HubReady {
  kind: 'ready'
  /** `http://127.0.0.1:8610`, the only origin that a window may show. */
  origin: string
  screens: ScreenToOpen[]
  /** The demo hall: framed windows side by side, every screen may quit. */
  demo: boolean
}

/** From the hub every 3 s; ten seconds of silence and the shell starts it anew. */
export interface HubAlive {
  kind: 'alive'
}

export type HubMessage = HubReady | HubAlive

/** Exit code of a hub that refused to start (profile wrong, store in use): starting again would not help. */
export const hubRefusedToStart = 78

/** A printer of the operating system, as far as its driver tells. */
export interface SystemPrinter {
  /** Name to print with. */
  name: string
  displayName: string
  /** Null where the operating system does not tell the shell. */
  isDefault: boolean | null
  status: 'ready' | 'stopped' | 'unknown'
}

/** A page to put on paper, or into `<data>/prints/` as a PDF. */
export interface PrintRequest {
  /** A whole HTML document that loads nothing: styles and pictures stand in it. Scripts do not run. */
  html: string
  /** `system` without a name is the default printer. */
  printer: { kind: 'system'; name?: string } | { kind: 'pdf' }
  /** Paper in millimetres, 10 to 1,000. */
  widthMm: number
  heightMm: number
  /**
   * True: the page's own style numbers its pages. Chromium before 131 does not know how; the shell then
   * does it in a PDF, while on paper the numbers are missing.
   */
  numbersPages?: boolean
  /** Name of the PDF and of the print job, without an ending. */
  fileName: string
}

/**
 * `path` is where the PDF stands, `fileHash` the SHA-256 of its bytes. A reason is one Chinese sentence
 * to show. `ok` with a system printer: the job is queued.
 */
export type PrintOutcome = { ok: true; path?: string; fileHash?: string } | { ok: false; reason: string }

export interface MachineFacts {
  hostName: string
  platform: string
  shellVersion: string
}

/** `window.hallShell`: the few things that only the shell can do. */
export interface HallShell {
  printers(): Promise<SystemPrinter[]>
  /** Never rejects for a failing printer; answers within 15 s. */
  printHtml(request: PrintRequest): Promise<PrintOutcome>
  machine(): Promise<MachineFacts>
  /**
   * Opens another window of that kind, or shows the one that is open; a countertop for the window of that
   * number. Clerk and console may ask.
   */
  openScreen(kind: ScreenKind, windowNumber?: number): Promise<void>
  /** Closes all windows and stops the hub. */
  quit(): Promise<void>
}

declare global {
  interface Window {
    readonly hallShell?: HallShell
  }
}
