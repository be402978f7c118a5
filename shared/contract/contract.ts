import { oc } from '@orpc/contract'
import { z } from 'zod'
import { calendarOverride, publishedYear } from '../vocabulary/calendar.ts'
import { type CommandType, commandBodies, commandId } from '../vocabulary/command.ts'
import { disciplineSettings } from '../vocabulary/discipline-settings.ts'
import { hall, printerSettings, queue, queueSettings, serviceWindowSetup, voiceSettings } from '../vocabulary/hall.ts'
import { signatureImage } from '../vocabulary/party.ts'
import { promiseSettings } from '../vocabulary/promise-settings.ts'
import { serviceBoards } from '../vocabulary/service-board.ts'
import { serviceItem } from '../vocabulary/service-item.ts'
import { signedPaper } from '../vocabulary/signature.ts'
import { password, screenKind, staffMember, staffNumber, staffRole } from '../vocabulary/staff.ts'
import { ticketStatus } from '../vocabulary/ticket.ts'
import { timetable } from '../vocabulary/timetable.ts'
import { dayQueries, handoverDoor } from './day-contract.ts'
import { type HallReport, reportDays, reportOfSplit } from './hall-report.ts'
import type { LogRow, LogVerification, LogView } from './log-view.ts'
import { outcome } from './outcome.ts'
import type {
  AlarmRow,
  DocumentPrint,
  FilingRow,
  FilingView,
  HomeVisitRow,
  InquiryRow,
  InquiryView,
  MattersView,
  PagePrint,
  PromiseFigures,
  RepeatVisitRow,
  StaffDirectory,
} from './promise-view.ts'
import { days, door, idOf, nothing, oneDay, orRefused, query, session, viewOf } from './route.ts'

/** TakeTicket → take-ticket, as it stands in the address. */
export function kebab(name: string): string {
  return name.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()
}

function commandProcedure<T extends CommandType>(type: T) {
  return oc
    .route({ method: 'POST', path: `/commands/${kebab(type)}`, tags: ['commands'], summary: type })
    .input(z.strictObject({ commandId, body: commandBodies[type] }))
    .output(outcome)
}

type CommandProcedures = { [T in CommandType]: ReturnType<typeof commandProcedure<T>> }

const commandProcedures = Object.fromEntries(
  (Object.keys(commandBodies) as CommandType[]).map((type) => [type, commandProcedure(type)]),
) as CommandProcedures

const requestId = z.string().min(1).max(60)

/** An item as screens list it. */
export const catalogueItem = serviceItem.extend({
  /** How it is typed, one text a name: syllables in pinyin, or English words, separated by spaces. */
  searchKeys: z.array(z.string()).default([]),
})
export type CatalogueItem = z.infer<typeof catalogueItem>

/** 公开 as the screens show it, with what is still missing, and the names of those it names by staffId. */
export const boardsView = z.object({
  boards: serviceBoards,
  version: z.number(),
  missing: z.array(z.string()),
  names: z.record(z.string(), z.string()),
})
export type BoardsView = z.infer<typeof boardsView>

/** Everything the kiosk and the clerk show of the items in force. */
export const catalogue = z.object({
  version: z.number(),
  hall,
  queues: z.array(queue),
  serviceItems: z.array(catalogueItem),
  /** 公开; a kiosk shows it once nothing is missing. */
  boards: boardsView,
})
export type Catalogue = z.infer<typeof catalogue>

/** What the hall is set up with, for the console. */
export const setup = z.object({
  version: z.number(),
  hall,
  queues: z.array(queue),
  /** As each was written last: also drafts, and what holds from a day to come. */
  serviceItems: z.array(catalogueItem),
  serviceWindows: z.array(serviceWindowSetup),
  timetables: z.array(timetable),
  publishedYears: z.array(publishedYear),
  overrides: z.array(calendarOverride),
  queueSettings,
  voiceSettings,
  printerSettings,
  promiseSettings,
  disciplineSettings,
  staff: z.array(staffMember.extend({ staffId: z.string(), hasPassword: z.boolean(), isRetired: z.boolean() })),
})
export type Setup = z.infer<typeof setup>

/** Every version of one item, newest first. */
export const itemVersions = z.array(
  z.object({
    version: z.number(),
    at: z.number(),
    actor: z.string(),
    state: z.enum(['in-force', 'to-come', 'draft', 'replaced', 'withdrawn']),
    /** Null: the item was withdrawn. */
    serviceItem: serviceItem.nullable(),
  }),
)
export type ItemVersions = z.infer<typeof itemVersions>

export const journalPage = z.object({
  entries: z.array(
    z.object({
      seq: z.number(),
      at: z.number(),
      hallDay: z.string(),
      actor: z.string(),
      type: z.string(),
      body: z.string(),
      hash: z.string(),
    }),
  ),
  /** Pass as `before` for the page of earlier entries; null at the beginning. */
  nextBefore: z.number().nullable(),
})
export type JournalPage = z.infer<typeof journalPage>

export const chainCheck = z.object({
  isWhole: z.boolean(),
  entriesChecked: z.number(),
  /** The first entry that does not follow from the one before it. */
  brokenAt: z.number().nullable(),
  headSeq: z.number(),
  headHash: z.string(),
  milliseconds: z.number(),
})
export type ChainCheck = z.infer<typeof chainCheck>

/** State of the kiosk's printer, asked before a number is given. */
export const printerState = z.object({
  isReady: z.boolean(),
  /** Chinese sentence: what is wrong and what to do; empty when ready. */
  advice: z.string(),
})
export type PrinterState = z.infer<typeof printerState>

/** A ticket as it is printed: a drawing for the system driver, 80 mm wide. */
export const ticketPrint = z.object({
  number: z.string(),
  svg: z.string(),
  widthMm: z.number(),
  heightMm: z.number(),
})
export type TicketPrint = z.infer<typeof ticketPrint>

export const ticketFound = z.object({
  ticketId: z.number(),
  number: z.string(),
  itemName: z.string(),
  status: ticketStatus,
  aheadCount: z.number(),
  mayReprint: z.boolean(),
  mayRequeue: z.boolean(),
})
export type TicketFound = z.infer<typeof ticketFound>

/** The hub's own contract: `command` changes, `query` reads, `door` says who you are, `demo` moves the demo hall. */
export const contract = {
  command: commandProcedures,
  query: {
    catalogue: query('/catalogue', 'Items with materials and limits', nothing, catalogue),
    setup: query('/setup', 'What the hall is set up with', nothing, setup),
    itemVersions: query(
      '/item-versions',
      'Versions of an item, newest first',
      z.strictObject({ itemCode: z.string().max(20) }),
      itemVersions,
    ),
    journal: query(
      '/journal',
      'Journal entries, newest first',
      z.strictObject({
        before: z.coerce.number().int().optional(),
        limit: z.coerce.number().int().min(1).max(1000).default(100),
        type: z.string().max(60).optional(),
        ticketId: z.coerce.number().int().optional(),
        day: z.iso.date().optional(),
      }),
      journalPage,
    ),
    verifyChain: query('/verify-chain', 'Check the whole journal chain', nothing, chainCheck),
    hallReport: query(
      '/hall-report',
      'Figures of a range of days, whole and by window, clerk, item, hour and day',
      reportDays,
      viewOf<HallReport>(),
    ),
    reportPrint: query('/report-print', 'The report of one split as it is printed', reportOfSplit, viewOf<PagePrint>()),
    findTicket: query(
      '/find-ticket',
      'A number of today, for reprint or reporting back',
      z.strictObject({ number: z.string().max(8) }),
      ticketFound.nullable(),
    ),
    ticketPrint: query(
      '/ticket-print',
      'A ticket as it is printed',
      z.strictObject({ ticketId: z.coerce.number().int(), isReprint: z.coerce.boolean().default(false) }),
      ticketPrint.nullable(),
    ),
    printerState: query('/printer-state', 'State of the ESC/POS printer of this hall', nothing, printerState),
    matters: query(
      '/matters',
      'Open filings and inquiries with their lights: own ones, or all of the hall',
      z.strictObject({ scope: z.enum(['mine', 'hall']).default('mine') }),
      viewOf<MattersView>(),
    ),
    filing: query('/filing', 'All about one filing', idOf('filingId'), viewOf<FilingView>().nullable()),
    inquiry: query('/inquiry', 'All about one inquiry', idOf('inquiryId'), viewOf<InquiryView>().nullable()),
    homeVisits: query(
      '/home-visits',
      'Home visits: for today, those that have not ended, or the newest of all',
      z.strictObject({ scope: z.enum(['today', 'open', 'all']).default('open') }),
      z.array(viewOf<HomeVisitRow>()),
    ),
    homeVisitPrint: query(
      '/home-visit-print',
      'The slip of a home visit as it is printed',
      idOf('inquiryId'),
      viewOf<PagePrint>().nullable(),
    ),
    inquiryRegister: query('/inquiry-register', 'The register of a range of days', days, z.array(viewOf<InquiryRow>())),
    filingRegister: query(
      '/filing-register',
      'Filings received in a range of days',
      days,
      z.array(viewOf<FilingRow>()),
    ),
    repeatVisits: query(
      '/repeat-visits',
      'Who had to come again after a notice',
      days,
      z.array(viewOf<RepeatVisitRow>()),
    ),
    promiseFigures: query('/promise-figures', 'Figures of the promise', days, viewOf<PromiseFigures>()),
    alarms: query(
      '/alarms',
      'Alarms, open ones first',
      z.strictObject({ scope: z.enum(['open', 'all']).default('open') }),
      z.array(viewOf<AlarmRow>()),
    ),
    staffDirectory: query('/staff-directory', 'Who works here and who is on duty', nothing, viewOf<StaffDirectory>()),
    documentPrint: query(
      '/document-print',
      'A document as it is printed, both copies',
      z.strictObject({ documentId: z.coerce.number().int().min(1) }),
      viewOf<DocumentPrint>().nullable(),
    ),
    disciplineLogs: query('/discipline-logs', 'Daily logs, newest first', days, z.array(viewOf<LogRow>())),
    disciplineLog: query('/discipline-log', 'The daily log of one day', oneDay, viewOf<LogView>()),
    logPrint: query('/log-print', 'The daily log of one day as it is printed', oneDay, viewOf<PagePrint>()),
    verifyLog: query(
      '/verify-log',
      'Whether the log of a number is what the journal says',
      z.strictObject({ number: z.string().regex(/^RZ-\d{4}-\d{6}$/, '日志编号应写成 RZ-2026-000001 的样子') }),
      viewOf<LogVerification>(),
    ),
    ...dayQueries,
    boards: query('/boards', 'What is made public on the wall', nothing, boardsView),
    boardPrint: query(
      '/board-print',
      'The wall board or the contact card as it is printed',
      z.strictObject({ kind: z.enum(['wall', 'card']) }),
      viewOf<PagePrint>(),
    ),
  },
  door: {
    /** Whether the hall has an administrator yet, and what this machine is. */
    welcome: door(
      '/welcome',
      'Who am I, and is the hall set up',
      nothing,
      z.object({
        hallName: z.string(),
        isDemo: z.boolean(),
        needsAdministrator: z.boolean(),
        isPaired: z.boolean(),
        isLocal: z.boolean(),
        session: session.nullable(),
        /** Demo only: who can sign in with which password, for the sign-in page. */
        demoStaff: z.array(
          z.object({ staffNumber: z.string(), name: z.string(), role: staffRole, windowNumbers: z.array(z.number()) }),
        ),
        demoPassword: z.string(),
      }),
    ),
    signIn: door(
      '/sign-in',
      'Sign in with staff number and password',
      z.strictObject({ staffNumber, password: z.string().max(128) }),
      orRefused(z.object({ sessionToken: z.string(), session })),
    ),
    ...handoverDoor,
    signOut: door('/sign-out', 'End the session', nothing, outcome),
    createFirstAdministrator: door(
      '/create-first-administrator',
      'First run: the first administrator, on the hub’s own machine only',
      z.strictObject({ staff: staffMember, password }),
      orRefused(z.object({ staffId: z.string() })),
    ),
    setPassword: door(
      '/set-password',
      'Own password, or anybody’s by an administrator',
      z.strictObject({ staffId: z.string().max(40), currentPassword: z.string().max(128).optional(), password }),
      outcome,
    ),
    requestPairing: door(
      '/request-pairing',
      'A new machine asks for a pairing code',
      z.strictObject({ kind: screenKind, name: z.string().trim().min(1).max(40) }),
      z.object({ pairingCode: z.string(), pollToken: z.string(), expiresAt: z.number() }),
    ),
    collectPairing: door(
      '/collect-pairing',
      'The new machine collects its cookie once the code was approved',
      z.strictObject({ pollToken: z.string().max(100) }),
      z.object({ state: z.enum(['waiting', 'approved', 'expired']), path: z.string() }),
    ),
    /** A POST, because an ID number must not stand in an address. */
    findMatter: door(
      '/find-matter',
      'Filings and inquiries by filing, notice or ticket number, or by the applicant’s ID number',
      z.strictObject({ text: z.string().trim().min(1).max(40) }),
      orRefused(z.object({ filings: z.array(viewOf<FilingRow>()), inquiries: z.array(viewOf<InquiryRow>()) })),
    ),
    askSignature: door(
      '/ask-signature',
      'The clerk asks the visitor to sign a paper at the countertop of his window',
      z.strictObject({
        filingId: z.int().min(1),
        paper: signedPaper,
        documentId: z.int().min(1).nullable().default(null),
      }),
      orRefused(z.object({ requestId: z.string() })),
    ),
    giveSignature: door(
      '/give-signature',
      'A countertop hands over what was drawn for a request of its window',
      z.strictObject({ requestId, signature: signatureImage }),
      orRefused(z.object({})),
    ),
    collectSignature: door(
      '/collect-signature',
      'The clerk’s form takes what was drawn, once',
      z.strictObject({ requestId }),
      orRefused(z.object({ signature: signatureImage })),
    ),
    endSignature: door(
      '/end-signature',
      'The clerk takes the request back',
      z.strictObject({ requestId }),
      z.object({}),
    ),
    /** ESC/POS printing goes through the hub, so that a kiosk in a browser can print too. */
    printTicket: door(
      '/print-ticket',
      'Print a ticket on the hall’s ESC/POS printer',
      z.strictObject({ ticketId: z.int(), isReprint: z.boolean().default(false) }),
      z.object({ isPrinted: z.boolean(), advice: z.string() }),
    ),
  },
  demo: {
    moveClock: door(
      '/demo/move-clock',
      'Demo hall: move the clock on',
      z.strictObject({ to: z.enum(['plus-10-minutes', 'noon', 'afternoon', 'split', 'closing', 'next-day']) }),
      outcome,
    ),
    arriveCitizens: door(
      '/demo/arrive-citizens',
      'Demo hall: simulated citizens take numbers',
      z.strictObject({ count: z.int().min(1).max(50) }),
      z.object({ taken: z.number(), refused: z.number() }),
    ),
  },
}
export type Contract = typeof contract
