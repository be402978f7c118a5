import { fileURLToPath } from 'node:url'
import type { ConsoleView, CountertopState } from '../../shared/contract/view.ts'
import { dayOf } from '../../shared/rules/hall-time.ts'
import { phaseAt } from '../../shared/rules/timetable.ts'
import { demoPassword, type Profile } from '../../shared/vocabulary/profile.ts'
import type { HallPhase } from '../../shared/vocabulary/timetable.ts'
import { applyProfile } from './apply-profile.ts'
import { createJumpWatch, type HubClock, systemClock } from './clock.ts'
import { createDemoClock, createDemoHall, type DemoPast } from './demo.ts'
import { identify, readHallKey } from './door/identity.ts'
import { createPace } from './door/pace.ts'
import { createPairing } from './door/pairing.ts'
import { hashPassword } from './door/password.ts'
import { type ConnectedScreen, createDoor, type DoorParts } from './door/server.ts'
import { createSessions } from './door/sessions.ts'
import { createSignatureRequests, type SignatureRequests } from './door/signature-requests.ts'
import { createThrottle } from './door/throttle.ts'
import { createVault } from './door/vault.ts'
import { createHandoverClock } from './handover-clock.ts'
import { createHub, type Hub } from './hub.ts'
import { createItemFiles } from './item-file/item-files.ts'
import { createJournal } from './journal.ts'
import { lanOriginOf } from './lan-address.ts'
import { createLive, type Live, type LiveOptions } from './live.ts'
import { createPostClock } from './post-clock.ts'
import { createHallPrinter } from './printer.ts'
import { createPromiseClock } from './promise-clock.ts'
import { createReports } from './reports/reports.ts'
import type { OpenedStore } from './store/store.ts'
import { createPrivateRecords } from './tables/private-records.ts'
import { createTroubles } from './troubles.ts'
import { clerkView } from './views/clerk.ts'
import { type ConsoleSurroundings, consoleView } from './views/console.ts'
import { countertopView } from './views/countertop.ts'
import { displayView } from './views/display.ts'
import { kioskView } from './views/kiosk.ts'

const tickMs = 1_000

export interface HallOptions {
  opened: OpenedStore
  /** Data folder, for the hall's key. */
  folder: string
  profile: Profile
  pagesFolder: string
  /** Report thread's file. */
  workerUrl: URL
  /** File of the thread that reads and writes files of items. */
  itemFileUrl: URL
  clock?: HubClock
  /** Milliseconds that no setting of the clock moves; a clock moved by hand brings its own. */
  monotonicMs?: () => number
  onProblem?: (problem: unknown, what: string) => void
}

/** A whole hall on one store: hub, live views, door, the clock's tick. Not yet listening. */
export async function createHall(options: HallOptions) {
  const { opened, folder, profile, onProblem = () => {} } = options
  const system = options.clock ?? systemClock
  const isDemo = profile.demo
  const past = demoPastOf(opened)
  const demoClock = isDemo ? createDemoClock(system, past) : undefined
  const clock: HubClock = demoClock ?? system
  const hub = createHub({
    store: opened.store,
    clock,
    onFault: (incident, problem, envelope) => onProblem(problem, `fault ${incident} in ${envelope.command.type}`),
  })
  const monotonicMs = options.monotonicMs ?? (() => performance.now())
  const jumps = createJumpWatch(clock, monotonicMs)
  const demo = demoClock === undefined ? undefined : createDemoHall(hub, demoClock, jumps, past)

  noteClockBehind(hub)
  const complaints = await applyProfile(hub, profile)
  if (demo !== undefined) {
    demo.startDay(system.now())
    await giveDemoPasswords(hub)
  }

  const key = readHallKey(folder)
  const pairing = createPairing(() => system.now(), hub.freshId)
  let connected: ConnectedScreen[] = []
  const troubles = createTroubles(hub, folder)
  const around = (): ConsoleSurroundings => ({
    isDemo,
    troubles: troubles.now(),
    screens: screensOf(hub, connected),
    pairings: pairing.waiting(),
  })
  const sessions = createSessions(hub)
  const signatures = createSignatureRequests({ hub, sessions, monotonicMs, onChange: () => refreshCounter() })
  const live: Live = createLive({
    hub,
    read: (...asked) => readView({ hub, isDemo, around, signatures, live: () => live }, ...asked),
  })
  /** Both sides of the counter. */
  const refreshCounter = () => {
    live.refresh('clerk')
    live.refresh('countertop')
  }
  const parts: DoorParts = {
    hub,
    isDemo,
    pagesFolder: options.pagesFolder,
    identify: (idNumber) => identify(idNumber, dayOf(clock.now()), key),
    vault: createVault(key),
    sessions,
    signatures,
    pairing,
    throttle: createThrottle(() => performance.now()),
    pace: createPace(() => performance.now()),
    reports: createReports(options.workerUrl, opened.path),
    itemFiles: createItemFiles(options.itemFileUrl),
    printer: createHallPrinter(hub),
    demo,
    lanOrigin: () => (profile.network.lan ? lanOriginOf(door.server.address()) : null),
    live: () => live,
    onScreens: (screens, changed) => {
      connected = screens
      live.refresh('console')
      if (changed === 'countertop') live.refresh('clerk')
    },
    onProblem,
  }
  const door = createDoor(parts)
  const promiseClock = createPromiseClock(hub)
  const handoverClock = createHandoverClock(hub)
  const postClock = createPostClock(hub)
  const lookAtDay = createLook(hub, jumps, () => live.refresh())
  const look = () => {
    lookAtDay()
    promiseClock.look(hub.clock.now())
    handoverClock.look(hub.clock.now())
    postClock.look(hub.clock.now())
    signatures.sweep()
  }
  // The day first; what the promise needs can wait for the first tick, a screen cannot.
  lookAtDay()
  const tick = setInterval(look, tickMs)

  return {
    hub,
    door,
    live,
    demo,
    complaints,
    /** Looks at the clock now instead of within the second. */
    look,
    async close(): Promise<void> {
      clearInterval(tick)
      promiseClock.end()
      handoverClock.end()
      postClock.end()
      live.end()
      await door.close()
      await parts.reports.end()
      opened.close()
    },
  }
}
export type RunningHall = Awaited<ReturnType<typeof createHall>>

interface ViewParts {
  hub: Hub
  isDemo: boolean
  /** What the console shows beside the store. */
  around: () => ConsoleSurroundings
  signatures: SignatureRequests
  live: () => Live
}

/** Reads one view afresh; null when there is none. */
function readView(parts: ViewParts, ...[view, windowNumber, now]: Parameters<LiveOptions['read']>): object | null {
  const { hub, isDemo, around, signatures } = parts
  switch (view) {
    case 'kiosk':
      return kioskView(hub, now, isDemo)
    case 'display':
      return displayView(hub, now, isDemo)
    case 'clerk':
      return windowNumber === undefined
        ? null
        : clerkView(hub, windowNumber, countertopAt(parts, windowNumber), now, isDemo)
    case 'countertop':
      return windowNumber === undefined
        ? null
        : countertopView(hub, windowNumber, signatures.at(windowNumber), now, isDemo)
    case 'console':
      return consoleView(hub, now, around())
  }
}

/** What a clerk is told of the countertop in front of him. */
function countertopAt({ hub, signatures, live }: ViewParts, windowNumber: number): CountertopState {
  const request = signatures.at(windowNumber)
  const isEnrolled = hub.tables.screen.hasCountertop(windowNumber)
  return {
    state: live().isWatched('countertop', windowNumber) ? 'here' : isEnrolled ? 'away' : 'none',
    request: request === undefined ? null : { requestId: request.requestId, isSigned: request.isSigned },
  }
}

/** Looks at the clock: a jump is journalled, a new phase is shown, a day opened or split. */
function createLook(hub: Hub, jumps: ReturnType<typeof createJumpWatch>, refresh: () => void): () => void {
  let phaseEndsAt = 0
  return () => {
    const jump = jumps.look()
    if (jump !== null) reportJump(hub, jump)
    const now = hub.clock.now()
    const span = phaseAt(hub.scheduleAt(now), now)
    if (span.endsAt === phaseEndsAt && jump === null) return
    phaseEndsAt = span.endsAt
    turnDay(hub, now, span.phase)
    refresh()
  }
}

/**
 * On a workday the hub itself is the first to act, so that no screen shows what yesterday left, and
 * at 17:00 it splits the day. Numbers do not depend on it: they are counted by hall day. On a clock
 * that has jumped and that nobody has looked at it opens no day by itself: set back again, the hall
 * would be behind that day, with everybody's number carried to it.
 */
function turnDay(hub: Hub, now: number, phase: HallPhase): void {
  const last = hub.tables.hallDay.last()
  const today = dayOf(now)
  const submit = (type: 'OpenHallDay' | 'SplitHallDay') =>
    hub.submitNow({ commandId: `${type}-${hub.freshId()}`, actor: { kind: 'hub' }, command: { type, body: {} } })
  const isDoubtful = hub.tables.hallDay.openJump() !== null
  if (phase !== 'rest-day' && !isDoubtful && (last === null || last.hallDay < today)) submit('OpenHallDay')
  if (phase === 'linkup' || phase === 'closed') submit('SplitHallDay')
}

function reportJump(hub: Hub, body: { fromAt: number; toAt: number }): void {
  const commandId = `clock-jump-${hub.freshId()}`
  hub.submitNow({ commandId, actor: { kind: 'hub' }, command: { type: 'ReportClockJump', body } })
}

/** A PC whose battery died starts in the past; what it gives out then would be in the wrong order. */
function noteClockBehind(hub: Hub): void {
  const lastAt = hub.head().at
  const now = hub.clock.now()
  if (now < lastAt - 60_000) reportJump(hub, { fromAt: lastAt, toAt: now })
}

function screensOf(hub: Hub, connected: ConnectedScreen[]): ConsoleView['screens'] {
  const enrolled = hub.tables.screen.all().map((one) => ({
    ...one,
    connected: connected.some((each) => each.screenId === one.screenId),
    isLocal: false,
  }))
  const local = connected
    .filter((one) => one.screenId === 'local')
    .map(({ view, windowNumber }) => ({
      screenId: windowNumber === null ? `local-${view}` : `local-${view}-${windowNumber}`,
      kind: view,
      name: '本机',
      windowNumber,
      connected: true,
      isLocal: true,
    }))
  const once = new Map(local.map((one) => [one.screenId, one]))
  return [...once.values(), ...enrolled]
}

function demoPastOf({ store, writtenAt }: OpenedStore): DemoPast {
  const offsetMs = createPrivateRecords(store).demoOffsetMs()
  return { lastAt: createJournal(store).head().at, offsetMs, writtenAt }
}

/** Everybody of the demo hall signs in with the password that its sign-in page shows. */
async function giveDemoPasswords(hub: Hub): Promise<void> {
  const have = hub.tables.privateRecords.staffWithPassword()
  const without = hub.tables.staff.all().filter((one) => !have.has(one.staffId))
  if (without.length === 0) return
  const passwordHash = await hashPassword(demoPassword)
  await Promise.all(
    without.map(({ staffId }) =>
      hub.submit({
        commandId: `demo-password-${hub.freshId()}`,
        actor: { kind: 'hub' },
        command: { type: 'SetPassword', body: { staffId } },
        keep: () => [{ kind: 'password', staffId, passwordHash }],
      }),
    ),
  )
}

/** Where the built screens and the threads stand, for the bundled hub and for one run from its source. */
export function programFiles(moduleUrl: string): Pick<HallOptions, 'pagesFolder' | 'workerUrl' | 'itemFileUrl'> {
  const isSource = moduleUrl.endsWith('.ts')
  return {
    pagesFolder: fileURLToPath(new URL(isSource ? '../../out/renderer' : '../renderer', moduleUrl)),
    workerUrl: new URL(isSource ? './reports/worker.ts' : './reports-worker.js', moduleUrl),
    itemFileUrl: new URL(isSource ? './item-file/worker.ts' : './item-file-worker.js', moduleUrl),
  }
}
