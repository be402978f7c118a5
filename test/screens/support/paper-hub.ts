import { implement } from '@orpc/server'
import { RPCHandler } from '@orpc/server/fetch'
import {
  contract,
  type ItemVersions,
  type JournalPage,
  type Setup,
  type TicketFound,
} from '../../../shared/contract/contract.ts'
import { type HallReport, reportFilePath } from '../../../shared/contract/hall-report.ts'
import { type ItemImport, itemFilePath } from '../../../shared/contract/item-exchange.ts'
import { verifyLogPath } from '../../../shared/contract/log-view.ts'
import { type MonthReviewView, monthFilePath } from '../../../shared/contract/month-view.ts'
import type { Outcome } from '../../../shared/contract/outcome.ts'
import type { ConsoleView, HubFrame, SessionView } from '../../../shared/contract/view.ts'
import { type CommandType, commandBodies } from '../../../shared/vocabulary/command.ts'
import { type RefusalCode, refusalClause, refusalSentence } from '../../../shared/vocabulary/refusal.ts'
import { type PaperAttendance, paperAttendance } from './attendance-fixtures.ts'
import { consoleView, setup } from './console-fixtures.ts'
import { type PaperDay, paperDay } from './day-fixtures.ts'
import { type PaperDiscipline, paperDiscipline } from './discipline-fixtures.ts'
import { type PaperLogs, paperLogs } from './log-fixtures.ts'
import { type PaperPromise, paperPromise } from './promise-fixtures.ts'
import { noBoards } from './sample-boards.ts'
import { sampleMonth } from './sample-month.ts'
import { sampleReport } from './sample-report.ts'

/**
 * A hub on paper: the product's own contract over the page's own `fetch` and socket, so that what a
 * screen sends is checked and written as it is on the line, with the answers in the test's hands.
 */
export interface PaperHub {
  /** False: every request breaks off, as when the cable is pulled. */
  isReachable: boolean
  welcome: { hallName: string; isDemo: boolean; needsAdministrator: boolean; isPaired: boolean; isLocal: boolean }
  session: SessionView | null
  view: ConsoleView
  setup: Setup
  itemVersions: ItemVersions
  /** Answer to a file of items. */
  itemImport: ItemImport
  journal: JournalPage
  report: HallReport
  month: MonthReviewView
  found: TicketFound | null
  promise: PaperPromise
  logs: PaperLogs
  day: PaperDay
  attendance: PaperAttendance
  discipline: PaperDiscipline
  pairing: { pairingCode: string; state: 'waiting' | 'approved' | 'expired'; path: string }
  /** Answers to commands by type; `done` for those that are not named. */
  answers: Partial<Record<CommandType, Outcome>>
  /** Answer to setPassword and createFirstAdministrator. */
  doorAnswer: Outcome
  /** Answers to a signature that is asked for, and to one that is given. */
  askAnswer: { kind: 'done'; made: { requestId: string } } | Extract<Outcome, { kind: 'refused' }>
  giveAnswer: { kind: 'done'; made: Record<string, never> } | Extract<Outcome, { kind: 'refused' }>
  /** Commands as they came, without their ids. */
  commands: { type: CommandType; body: unknown }[]
  commandIds: string[]
  /** Everything else that was asked, by name. */
  asked: { name: string; input: unknown }[]
  /** Pushes a view to the page that watches. */
  push: (changes: Partial<ConsoleView>) => void
  /** Tells the page that it may no longer watch. */
  turnAway: (sentence: string) => void
}

export function done(made: Record<string, unknown> = {}): Outcome {
  return { kind: 'done', seq: 41, made }
}

export function refusedWith(code: RefusalCode, facts: Record<string, string | number> = {}): Outcome {
  return { kind: 'refused', code, facts, sentence: refusalSentence(code, facts), clause: refusalClause(code) }
}

let current: PaperHub
let sockets: PaperSocket[] = []

/** A new hub for a test; it is the one that the page speaks to from now on. */
export function openPaperHub(changes: Partial<PaperHub> = {}): PaperHub {
  sockets = []
  current = {
    isReachable: true,
    welcome: {
      hallName: '青溪镇便民服务中心',
      isDemo: false,
      needsAdministrator: false,
      isPaired: true,
      isLocal: true,
    },
    session: null,
    view: consoleView(),
    setup: setup(),
    itemVersions: [],
    itemImport: { kind: 'done', published: 0, unchanged: 0 },
    journal: { entries: [], nextBefore: null },
    report: sampleReport(),
    month: sampleMonth(),
    found: null,
    promise: paperPromise(),
    logs: paperLogs(),
    day: paperDay(),
    attendance: paperAttendance(),
    discipline: paperDiscipline(),
    pairing: { pairingCode: '042917', state: 'waiting', path: '' },
    answers: {},
    doorAnswer: done(),
    askAnswer: { kind: 'done', made: { requestId: 'request-1' } },
    giveAnswer: { kind: 'done', made: {} },
    commands: [],
    commandIds: [],
    asked: [],
    push: (pushed) => {
      current.view = { ...current.view, ...pushed }
      for (const socket of sockets) socket.tell(viewFrame())
    },
    turnAway: (sentence) => {
      for (const socket of sockets) socket.tell({ kind: 'refused', code: 'not-signed-in', sentence })
    },
    ...changes,
  }
  return current
}

function viewFrame(): HubFrame {
  return {
    kind: 'view',
    view: 'console',
    seq: current.view.journal.seq,
    at: current.view.clock.now,
    body: current.view,
  }
}

/** What a visitor drew. */
export const drawnSignature = 'data:image/png;base64,iVBORw0KGgo='

const paper = implement(contract)

function noted<T>(name: string, input: unknown, answer: T): T {
  current.asked.push({ name, input })
  return answer
}

const commandHandlers = Object.fromEntries(
  (Object.keys(commandBodies) as CommandType[]).map((type) => {
    const procedure = paper.command[type] as (typeof paper)['command']['StartService']
    return [
      type,
      procedure.handler(({ input }) => {
        current.commands.push({ type, body: input.body })
        current.commandIds.push(input.commandId)
        return current.answers[type] ?? done()
      }),
    ]
  }),
) as unknown as Parameters<typeof paper.router>[0]['command']

const chain = { isWhole: true, entriesChecked: 40, brokenAt: null, headSeq: 40, headHash: 'ab12', milliseconds: 3.4 }

const router = paper.router({
  command: commandHandlers,
  query: {
    catalogue: paper.query.catalogue.handler(() => noted('catalogue', {}, { ...current.setup, boards: noBoards })),
    setup: paper.query.setup.handler(() => noted('setup', {}, current.setup)),
    itemVersions: paper.query.itemVersions.handler(({ input }) => noted('itemVersions', input, current.itemVersions)),
    journal: paper.query.journal.handler(({ input }) => noted('journal', input, current.journal)),
    verifyChain: paper.query.verifyChain.handler(() => noted('verifyChain', {}, chain)),
    hallReport: paper.query.hallReport.handler(({ input }) => noted('hallReport', input, current.report)),
    reportPrint: paper.query.reportPrint.handler(({ input }) =>
      noted('reportPrint', input, current.promise.boardPrint),
    ),
    findTicket: paper.query.findTicket.handler(({ input }) => noted('findTicket', input, current.found)),
    ticketPrint: paper.query.ticketPrint.handler(() => null),
    printerState: paper.query.printerState.handler(() => ({ isReady: true, advice: '' })),
    attendanceOfDay: paper.query.attendanceOfDay.handler(({ input }) =>
      noted('attendanceOfDay', input, current.attendance.day),
    ),
    attendanceOfMonth: paper.query.attendanceOfMonth.handler(({ input }) =>
      noted('attendanceOfMonth', input, current.attendance.month),
    ),
    ownAttendance: paper.query.ownAttendance.handler(() => noted('ownAttendance', {}, current.attendance.own)),
    leaves: paper.query.leaves.handler(({ input }) => noted('leaves', input, current.attendance.leaves)),
    monthReview: paper.query.monthReview.handler(({ input }) => noted('monthReview', input, current.month)),
    monthPrint: paper.query.monthPrint.handler(({ input }) => noted('monthPrint', input, current.promise.boardPrint)),
    matters: paper.query.matters.handler(({ input }) => noted('matters', input, current.promise.matters)),
    filing: paper.query.filing.handler(({ input }) => noted('filing', input, current.promise.filing)),
    inquiry: paper.query.inquiry.handler(({ input }) => noted('inquiry', input, current.promise.inquiry)),
    homeVisits: paper.query.homeVisits.handler(({ input }) => noted('homeVisits', input, current.promise.homeVisits)),
    homeVisitPrint: paper.query.homeVisitPrint.handler(({ input }) =>
      noted('homeVisitPrint', input, current.promise.boardPrint),
    ),
    inquiryRegister: paper.query.inquiryRegister.handler(({ input }) =>
      noted('inquiryRegister', input, current.promise.inquiryRegister),
    ),
    filingRegister: paper.query.filingRegister.handler(({ input }) =>
      noted('filingRegister', input, current.promise.filingRegister),
    ),
    repeatVisits: paper.query.repeatVisits.handler(({ input }) =>
      noted('repeatVisits', input, current.promise.repeatVisits),
    ),
    promiseFigures: paper.query.promiseFigures.handler(({ input }) =>
      noted('promiseFigures', input, current.promise.figures),
    ),
    alarms: paper.query.alarms.handler(({ input }) => noted('alarms', input, current.promise.alarms)),
    staffDirectory: paper.query.staffDirectory.handler(() => noted('staffDirectory', {}, current.promise.directory)),
    documentPrint: paper.query.documentPrint.handler(({ input }) =>
      noted('documentPrint', input, current.promise.documentPrint),
    ),
    disciplineLogs: paper.query.disciplineLogs.handler(({ input }) =>
      noted('disciplineLogs', input, current.logs.rows),
    ),
    disciplineLog: paper.query.disciplineLog.handler(({ input }) => noted('disciplineLog', input, current.logs.view)),
    logPrint: paper.query.logPrint.handler(({ input }) => noted('logPrint', input, current.logs.print)),
    verifyLog: paper.query.verifyLog.handler(({ input }) => noted('verifyLog', input, current.logs.verification)),
    myHandovers: paper.query.myHandovers.handler(() => noted('myHandovers', {}, current.day.my)),
    handover: paper.query.handover.handler(({ input }) => noted('handover', input, current.day.handover)),
    handovers: paper.query.handovers.handler(({ input }) => noted('handovers', input, current.day.handovers)),
    postsToHandOver: paper.query.postsToHandOver.handler(() => noted('postsToHandOver', {}, current.day.posts)),
    handoverPrint: paper.query.handoverPrint.handler(({ input }) =>
      noted('handoverPrint', input, current.day.handoverPrint),
    ),
    patrols: paper.query.patrols.handler(({ input }) => noted('patrols', input, current.discipline.patrols)),
    violations: paper.query.violations.handler(({ input }) =>
      noted('violations', input, current.discipline.violations),
    ),
    ownViolations: paper.query.ownViolations.handler(() => noted('ownViolations', {}, current.discipline.violations)),
    violation: paper.query.violation.handler(({ input }) => noted('violation', input, current.discipline.violation)),
    boards: paper.query.boards.handler(() => noted('boards', {}, current.promise.boards)),
    boardPrint: paper.query.boardPrint.handler(({ input }) => noted('boardPrint', input, current.promise.boardPrint)),
  },
  door: {
    welcome: paper.door.welcome.handler(() => ({
      ...current.welcome,
      session: current.session,
      demoStaff: [],
      demoPassword: '',
    })),
    signIn: paper.door.signIn.handler(() => ({ kind: 'refused', ...refusalOf('wrong-credentials') })),
    signInForHandover: paper.door.signInForHandover.handler(({ input }) =>
      noted('signInForHandover', input, current.day.signIn),
    ),
    takeHandover: paper.door.takeHandover.handler(({ input }) => noted('takeHandover', input, current.doorAnswer)),
    signOut: paper.door.signOut.handler(() => noted('signOut', {}, done())),
    setPassword: paper.door.setPassword.handler(({ input }) => noted('setPassword', input, current.doorAnswer)),
    createFirstAdministrator: paper.door.createFirstAdministrator.handler(({ input }) => {
      const { doorAnswer } = noted('createFirstAdministrator', input, current)
      if (doorAnswer.kind === 'refused') return doorAnswer
      return { kind: 'done', made: { staffId: 'id-first' } }
    }),
    requestPairing: paper.door.requestPairing.handler(({ input }) =>
      noted('requestPairing', input, { ...current.pairing, pollToken: 'token', expiresAt: 0 }),
    ),
    collectPairing: paper.door.collectPairing.handler(({ input }) => noted('collectPairing', input, current.pairing)),
    findMatter: paper.door.findMatter.handler(({ input }) => ({
      kind: 'done',
      made: noted('findMatter', input, current.promise.matterFound),
    })),
    askSignature: paper.door.askSignature.handler(({ input }) => noted('askSignature', input, current.askAnswer)),
    giveSignature: paper.door.giveSignature.handler(({ input }) => noted('giveSignature', input, current.giveAnswer)),
    collectSignature: paper.door.collectSignature.handler(({ input }) =>
      noted('collectSignature', input, { kind: 'done', made: { signature: drawnSignature } }),
    ),
    endSignature: paper.door.endSignature.handler(({ input }) => noted('endSignature', input, {})),
    printTicket: paper.door.printTicket.handler(() => ({ isPrinted: true, advice: '' })),
  },
  demo: {
    moveClock: paper.demo.moveClock.handler(({ input }) => noted('moveClock', input, current.doorAnswer)),
    arriveCitizens: paper.demo.arriveCitizens.handler(({ input }) =>
      noted('arriveCitizens', input, { taken: input.count - 1, refused: 1 }),
    ),
  },
})

function refusalOf(code: RefusalCode) {
  return { code, facts: {}, sentence: refusalSentence(code, {}), clause: refusalClause(code) }
}

const rpc = new RPCHandler(router)

const isVerifyLog = (asked: RequestInfo | URL) => String(asked) === verifyLogPath

const isItemFile = (asked: RequestInfo | URL) =>
  [itemFilePath, monthFilePath, reportFilePath].some((path) => String(asked).startsWith(path))

function itemFileAnswer(asked: RequestInfo | URL, init: RequestInit | undefined): Response {
  current.asked.push({ name: 'itemFile', input: `${init?.method ?? 'GET'} ${String(asked)}` })
  return init?.method === 'POST' ? Response.json(current.itemImport) : new Response('serviceItems: []')
}

/** The socket of a live view, its other end in the test's hands. */
class PaperSocket {
  onopen: (() => void) | null = null
  onmessage: ((message: { data: string }) => void) | null = null
  onclose: (() => void) | null = null
  readyState = 1

  constructor() {
    sockets.push(this)
    queueMicrotask(() => this.onopen?.())
  }

  send(text: string): void {
    if (JSON.parse(text).kind === 'watch') this.tell(viewFrame())
  }

  tell(frame: HubFrame): void {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }

  close(): void {
    sockets = sockets.filter((socket) => socket !== this)
  }
}

/**
 * Puts the page's line to the hub on paper. The screen's modules must be imported after it, because
 * the link takes `fetch` when it is made.
 */
export function installPaperHub(): void {
  globalThis.fetch = async (asked, init) => {
    if (!current.isReachable) throw new TypeError('the cable is pulled')
    if (isItemFile(asked)) return itemFileAnswer(asked, init)
    if (isVerifyLog(asked)) return Response.json(noted('verifyLog', 'a file', current.logs.verification))
    const { matched, response } = await rpc.handle(new Request(asked, init), { prefix: '/rpc', context: {} })
    return matched ? response : new Response('', { status: 404 })
  }
  globalThis.WebSocket = PaperSocket as unknown as typeof WebSocket
}
