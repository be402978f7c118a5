import type { Catalogue, PrinterState, TicketFound } from '../../shared/contract/contract.ts'
import type { RefusalCode, RefusalFacts } from '../../shared/vocabulary/refusal.ts'
import type { TicketHolder } from '../../shared/vocabulary/ticket.ts'

/*
 * What a citizen does at the kiosk, step by step, without a clock, a hub or a printer: from each
 * state and step follows one next state. What the kiosk goes and asks for meanwhile (an errand) is
 * in errands.ts.
 */

export type ServiceItem = Catalogue['serviceItems'][number]
export type Language = 'zh' | 'en'
export type TextSize = 'normal' | 'large'

/** A refusal as it is shown: in words of the language at hand, with its clause. */
export interface ShownRefusal {
  code: RefusalCode
  facts: RefusalFacts
  clause: string
}

/** What the citizen has chosen and typed so far. The only place where an ID number stands. */
export interface Draft {
  serviceItem: ServiceItem | null
  holder: TicketHolder
  idNumber: string
  /** Yesterday's number that is to be served first today. */
  carriedNumber: string | null
}

export interface ShownTicket {
  ticketId: number
  number: string
  /** Null when the hub was not asked, as after a reprint. */
  aheadCount: number | null
  estimateMinutes: number | null
  windowNumbers: number[]
  isNearClosing: boolean
  isReprint: boolean
  printCount: number
}

/** What became of the paper of a ticket. */
export type Paper =
  | { state: 'printing' }
  | { state: 'printed' }
  /** The hall has no printer here. */
  | { state: 'none' }
  /** The citizen took the number without paper because the printer was not ready. */
  | { state: 'skipped'; advice: string }
  | { state: 'failed'; advice: string }

/** Something that is sent to the hub under one command id; a resend takes effect once. */
export type Errand =
  | { kind: 'take'; commandId: string }
  | { kind: 'reprint'; commandId: string; ticketId: number; number: string }
  | { kind: 'report-back'; commandId: string; ticketId: number; number: string }

/** What printing the number of an errand will come to. */
export type PaperPlan = { paper: 'wanted' } | { paper: 'none' } | { paper: 'skipped'; advice: string }

export type Page =
  | { name: 'home' }
  /** All categories again, for the number of yesterday. */
  | { name: 'categories' }
  | { name: 'items'; category: string }
  | { name: 'items-of-queue'; letter: string }
  /** 按字母查找: the letters typed so far. */
  | { name: 'search'; typed: string }
  /** 公开栏 */
  | { name: 'boards' }
  | { name: 'item' }
  | { name: 'holder' }
  | { name: 'identity'; complaint: ShownRefusal | null }
  | { name: 'confirm' }
  | { name: 'checking-printer'; errand: Errand }
  | { name: 'printer-down'; errand: Errand; advice: string }
  | { name: 'sending'; errand: Errand; plan: PaperPlan }
  | { name: 'refused'; refusal: ShownRefusal }
  /** The hub did not answer; whether it took effect is not known. */
  | { name: 'unanswered'; errand: Errand; plan: PaperPlan }
  | { name: 'fault'; incident: string }
  | { name: 'ticket'; ticket: ShownTicket; paper: Paper }
  | { name: 'find'; typed: string; complaint: 'unknown' | 'other-day' | 'unanswered' | null }
  | { name: 'looking'; number: string; isBackInQueue: boolean }
  | { name: 'found'; ticket: TicketFound; isBackInQueue: boolean }
  | { name: 'carried'; typed: string }
export type PageName = Page['name']

export interface KioskFlow {
  /** Pages from home to the one that is shown. */
  trail: readonly [Page, ...Page[]]
  draft: Draft
  language: Language
  size: TextSize
}

const home: Page = { name: 'home' }
const emptyDraft: Draft = { serviceItem: null, holder: 'self', idNumber: '', carriedNumber: null }

/** The kiosk as the next citizen finds it. */
export const freshFlow: KioskFlow = { trail: [home], draft: emptyDraft, language: 'zh', size: 'normal' }

export function pageOf(flow: KioskFlow): Page {
  return flow.trail.at(-1)!
}

/** While the kiosk is on an errand nothing can be pressed: the answer decides where it goes. */
export function isBusy(page: Page): boolean {
  return page.name === 'checking-printer' || page.name === 'sending' || page.name === 'looking'
}

/** What is done at the kiosk, or comes back from an errand. */
export type Step =
  | { type: 'go-home' }
  | { type: 'go-back' }
  /** Nobody is there any more. */
  | { type: 'reset' }
  | { type: 'switch-language' }
  | { type: 'switch-size' }
  | { type: 'choose-category'; category: string }
  | { type: 'show-all-categories' }
  | { type: 'start-search' }
  | { type: 'show-boards' }
  | { type: 'choose-item'; serviceItem: ServiceItem }
  | { type: 'begin' }
  | { type: 'choose-holder'; holder: TicketHolder }
  | { type: 'type'; character: string }
  | { type: 'erase' }
  | { type: 'clear' }
  | { type: 'submit' }
  | { type: 'skip-identity' }
  | { type: 'confirm'; commandId: string }
  | { type: 'take-without-paper' }
  | { type: 'try-again' }
  | { type: 'start-find' }
  | { type: 'start-carried' }
  /** The QR code of a ticket was scanned. */
  | { type: 'scan'; number: string; isOfToday: boolean }
  | { type: 'look-up'; number: string }
  | { type: 'reprint'; commandId: string; ticketId: number; number: string }
  | { type: 'report-back'; commandId: string; ticketId: number; number: string }
  | Answer

/** What comes back; an answer to another errand than the one at hand changes nothing. */
export type Answer =
  | { type: 'printer-answered'; commandId: string; printer: PrinterState | 'none' }
  | { type: 'taken'; commandId: string; ticket: ShownTicket }
  | { type: 'reported-back'; commandId: string; number: string }
  | { type: 'refused'; commandId: string; refusal: ShownRefusal }
  | { type: 'unanswered'; commandId: string }
  | { type: 'fault'; commandId: string; incident: string }
  | { type: 'looked-up'; number: string; ticket: TicketFound | null | 'unanswered' }
  | { type: 'paper-ended'; ticketId: number; isPrinted: boolean; advice: string }

const identityLength = 18
/** Old numbers: the hub says that they are no longer in use. */
const oldIdentityLength = 15

/** Whether what was typed is long enough to be sent; whether it is right, the hub says. */
export function isIdentityComplete(idNumber: string): boolean {
  return idNumber.length === identityLength || idNumber.length === oldIdentityLength
}

/**
 * Whether a character may be the next one: a digit, or X as the check digit at the end. Not by a
 * regular expression: the engine remembers the last text it matched, also after a reset.
 */
function mayFollow(idNumber: string, character: string): boolean {
  if (idNumber.length >= identityLength) return false
  const isDigit = character.length === 1 && character >= '0' && character <= '9'
  return isDigit || (character === 'X' && idNumber.length === identityLength - 1)
}

/** How many characters of an ID number are still to be typed. */
export function identityMissing(idNumber: string): number {
  return identityLength - idNumber.length
}

/** A begun ticket number: a mark of the channel, the queue's letter, up to four digits. */
const numberBegun = /^[VY]?(?:[A-HJ-NP-Z]\d{0,4})?$/
const numberWhole = /^[VY]?[A-HJ-NP-Z]\d{3,4}$/

/** Letters by which an item is looked for; longer than any that tells two items apart. */
const searchBegun = /^[A-Z]{0,16}$/

export function isNumberComplete(typed: string): boolean {
  return numberWhole.test(typed)
}

/** From one state and one step the next state; a step that makes no sense there changes nothing. */
export function nextFlow(flow: KioskFlow, step: Step): KioskFlow {
  const page = pageOf(flow)
  if (isBusy(page)) return isAnswer(step) ? withAnswer(flow, page, step) : flow
  if (isAnswer(step)) return withAnswer(flow, page, step)

  switch (step.type) {
    case 'reset':
      return freshFlow
    case 'go-home':
      return { ...flow, trail: [home], draft: emptyDraft }
    case 'go-back':
      return goneBack(flow)
    case 'switch-language':
      return { ...flow, language: flow.language === 'zh' ? 'en' : 'zh' }
    case 'switch-size':
      return { ...flow, size: flow.size === 'normal' ? 'large' : 'normal' }
    case 'type':
    case 'erase':
    case 'clear':
      return typed(flow, page, step)
    case 'start-find':
    case 'start-carried':
    case 'scan':
    case 'look-up':
    case 'reprint':
    case 'report-back':
      return ticketStep(flow, page, step)
    default:
      return takingStep(flow, page, step)
  }
}

const answers: readonly Step['type'][] = [
  'printer-answered',
  'taken',
  'reported-back',
  'refused',
  'unanswered',
  'fault',
  'looked-up',
  'paper-ended',
] satisfies Answer['type'][]

function isAnswer(step: Step): step is Answer {
  return answers.includes(step.type)
}

type TypingStep = Extract<Step, { type: 'type' | 'erase' | 'clear' }>
type TicketStep = Extract<
  Step,
  { type: 'start-find' | 'start-carried' | 'scan' | 'look-up' | 'reprint' | 'report-back' }
>
type TakingStep = Exclude<
  Step,
  TypingStep | TicketStep | Answer | { type: 'reset' | 'go-home' | 'go-back' | 'switch-language' | 'switch-size' }
>

/** Steps on the way to a number. */
function takingStep(flow: KioskFlow, page: Page, step: TakingStep): KioskFlow {
  switch (step.type) {
    case 'choose-category':
      return page.name === 'home' || page.name === 'categories'
        ? pushed(flow, { name: 'items', category: step.category })
        : flow
    case 'show-all-categories':
      return page.name === 'items-of-queue' ? pushed(flow, { name: 'categories' }) : flow
    case 'start-search':
      return page.name === 'home' || page.name === 'categories' ? pushed(flow, { name: 'search', typed: '' }) : flow
    case 'show-boards':
      return page.name === 'home' ? pushed(flow, { name: 'boards' }) : flow
    case 'choose-item':
      return page.name === 'items' || page.name === 'items-of-queue' || page.name === 'search'
        ? pushed(drafted(flow, { serviceItem: step.serviceItem, holder: 'self', idNumber: '' }), { name: 'item' })
        : flow
    case 'begin':
      return page.name === 'item' ? afterItem(flow) : flow
    case 'choose-holder':
      return page.name === 'holder' ? afterHolder(drafted(flow, { holder: step.holder })) : flow
    case 'submit':
      return submitted(flow, page)
    case 'skip-identity':
      return page.name === 'identity' && flow.draft.serviceItem?.identity === 'optional'
        ? pushed(drafted(flow, { idNumber: '' }), { name: 'confirm' })
        : flow
    case 'confirm':
      return page.name === 'confirm'
        ? replaced(flow, { name: 'checking-printer', errand: { kind: 'take', commandId: step.commandId } })
        : flow
    case 'take-without-paper':
      return page.name === 'printer-down' && page.errand.kind === 'take'
        ? replaced(flow, { name: 'sending', errand: page.errand, plan: { paper: 'skipped', advice: page.advice } })
        : flow
    case 'try-again':
      if (page.name === 'printer-down') return replaced(flow, { name: 'checking-printer', errand: page.errand })
      // The same command id: if the first press took effect, its answer comes now.
      if (page.name === 'unanswered') return replaced(flow, { name: 'sending', errand: page.errand, plan: page.plan })
      return flow
  }
}

function afterItem(flow: KioskFlow): KioskFlow {
  const { serviceItem } = flow.draft
  if (serviceItem === null) return flow
  return serviceItem.holderRule === 'self-only' ? afterHolder(flow) : pushed(flow, { name: 'holder' })
}

function afterHolder(flow: KioskFlow): KioskFlow {
  const asksIdentity = flow.draft.serviceItem?.identity !== 'none'
  return pushed(flow, asksIdentity ? { name: 'identity', complaint: null } : { name: 'confirm' })
}

/** The key below the pad, or Enter of a card reader. */
function submitted(flow: KioskFlow, page: Page): KioskFlow {
  if (page.name === 'identity') {
    return isIdentityComplete(flow.draft.idNumber) ? pushed(flow, { name: 'confirm' }) : flow
  }
  if (page.name === 'find' && isNumberComplete(page.typed)) {
    return replaced(flow, { name: 'looking', number: page.typed, isBackInQueue: false })
  }
  if (page.name === 'carried' && isNumberComplete(page.typed)) {
    const letter = page.typed.replace(/\d+$/, '').at(-1)!
    return pushed(drafted(flow, { carriedNumber: page.typed }), { name: 'items-of-queue', letter })
  }
  return flow
}

/** Steps of somebody who holds a number. */
function ticketStep(flow: KioskFlow, page: Page, step: TicketStep): KioskFlow {
  switch (step.type) {
    case 'start-find':
      return page.name === 'home' ? pushed(flow, { name: 'find', typed: '', complaint: null }) : flow
    case 'start-carried':
      return page.name === 'home' ? pushed(flow, { name: 'carried', typed: '' }) : flow
    case 'scan': {
      if (page.name !== 'home' && page.name !== 'find') return flow
      return {
        ...flow,
        draft: emptyDraft,
        trail: [home, step.isOfToday ? lookingFor(step.number) : { name: 'find', typed: '', complaint: 'other-day' }],
      }
    }
    case 'look-up':
      return page.name === 'refused' ? { ...flow, draft: emptyDraft, trail: [home, lookingFor(step.number)] } : flow
    case 'reprint': {
      const errand: Errand = { ...step, kind: 'reprint' }
      // The number stays on the way back, should the printer not be ready.
      return page.name === 'refused' || page.name === 'found' || page.name === 'ticket'
        ? pushed(flow, { name: 'checking-printer', errand })
        : flow
    }
    case 'report-back':
      return page.name === 'found'
        ? replaced(flow, { name: 'sending', errand: { ...step, kind: 'report-back' }, plan: { paper: 'none' } })
        : flow
  }
}

function lookingFor(number: string, isBackInQueue = false): Page {
  return { name: 'looking', number, isBackInQueue }
}

function typed(flow: KioskFlow, page: Page, step: TypingStep): KioskFlow {
  const after = (before: string) => {
    if (step.type === 'clear') return ''
    return step.type === 'erase' ? before.slice(0, -1) : before + step.character.toUpperCase()
  }
  if (page.name === 'identity') {
    if (step.type === 'type' && !mayFollow(flow.draft.idNumber, step.character.toUpperCase())) return flow
    const idNumber = after(flow.draft.idNumber)
    return replaced(drafted(flow, { idNumber }), { name: 'identity', complaint: null })
  }
  if (page.name === 'search') {
    const letters = after(page.typed)
    return searchBegun.test(letters) ? replaced(flow, { ...page, typed: letters }) : flow
  }
  if (page.name === 'find' || page.name === 'carried') {
    const number = after(page.typed)
    if (!numberBegun.test(number)) return flow
    return replaced(
      flow,
      page.name === 'find' ? { ...page, typed: number, complaint: null } : { ...page, typed: number },
    )
  }
  return flow
}

/** What an errand came back with. */
function withAnswer(flow: KioskFlow, page: Page, answer: Answer): KioskFlow {
  if (answer.type === 'paper-ended') return paperEnded(flow, page, answer)
  if (answer.type === 'looked-up') return lookedUp(flow, page, answer)
  if (page.name === 'checking-printer' && answer.type === 'printer-answered') {
    return answer.commandId === page.errand.commandId ? printerAnswered(flow, page.errand, answer.printer) : flow
  }
  if (page.name !== 'sending' || answer.commandId !== page.errand.commandId) return flow

  switch (answer.type) {
    case 'taken':
      // From here on nothing of the person is needed, and the way back would take a second number.
      return { ...flow, draft: emptyDraft, trail: [home, shownTicket(answer.ticket, page.plan)] }
    case 'reported-back':
      return { ...flow, draft: emptyDraft, trail: [home, lookingFor(answer.number, true)] }
    case 'refused':
      return refused(flow, page.errand, answer.refusal)
    case 'unanswered':
      return replaced(flow, { name: 'unanswered', errand: page.errand, plan: page.plan })
    case 'fault':
      return replaced(flow, { name: 'fault', incident: answer.incident })
    case 'printer-answered':
      return flow
  }
}

function printerAnswered(flow: KioskFlow, errand: Errand, printer: PrinterState | 'none'): KioskFlow {
  if (printer === 'none') return replaced(flow, { name: 'sending', errand, plan: { paper: 'none' } })
  return printer.isReady
    ? replaced(flow, { name: 'sending', errand, plan: { paper: 'wanted' } })
    : replaced(flow, { name: 'printer-down', errand, advice: printer.advice })
}

function shownTicket(ticket: ShownTicket, plan: PaperPlan): Page {
  const paper: Paper =
    plan.paper === 'wanted'
      ? { state: 'printing' }
      : plan.paper === 'none'
        ? { state: 'none' }
        : { state: 'skipped', advice: plan.advice }
  return { name: 'ticket', ticket, paper }
}

const complaintsOfIdentity: readonly RefusalCode[] = ['id-number-invalid', 'id-number-fifteen', 'id-number-needed']

/** A wrong ID number is mended where it was typed; every other refusal has its page. */
function refused(flow: KioskFlow, errand: Errand, refusal: ShownRefusal): KioskFlow {
  if (errand.kind !== 'take' || !complaintsOfIdentity.includes(refusal.code)) {
    return replaced(flow, { name: 'refused', refusal })
  }
  const before = flow.trail.filter((page) => page.name !== 'identity' && page.name !== 'sending')
  return { ...flow, trail: [home, ...before.slice(1), { name: 'identity', complaint: refusal }] }
}

function lookedUp(flow: KioskFlow, page: Page, answer: Extract<Answer, { type: 'looked-up' }>): KioskFlow {
  if (page.name !== 'looking' || page.number !== answer.number) return flow
  const { ticket } = answer
  if (ticket === null || ticket === 'unanswered') {
    const complaint = ticket === null ? 'unknown' : 'unanswered'
    return { ...flow, trail: [home, { name: 'find', typed: answer.number, complaint }] }
  }
  return { ...flow, trail: [home, { name: 'found', ticket, isBackInQueue: page.isBackInQueue }] }
}

function paperEnded(flow: KioskFlow, page: Page, answer: Extract<Answer, { type: 'paper-ended' }>): KioskFlow {
  if (page.name !== 'ticket' || page.ticket.ticketId !== answer.ticketId || page.paper.state !== 'printing') return flow
  return replaced(flow, {
    ...page,
    paper: answer.isPrinted ? { state: 'printed' } : { state: 'failed', advice: answer.advice },
  })
}

function pushed(flow: KioskFlow, page: Page): KioskFlow {
  return { ...flow, trail: [...flow.trail, page] }
}

function replaced(flow: KioskFlow, page: Page): KioskFlow {
  const before = flow.trail.slice(0, -1)
  return { ...flow, trail: before.length === 0 ? [page] : [before[0]!, ...before.slice(1), page] }
}

function drafted(flow: KioskFlow, change: Partial<Draft>): KioskFlow {
  return { ...flow, draft: { ...flow.draft, ...change } }
}

/** One page back; what was typed on the page that is left is forgotten with it. */
function goneBack(flow: KioskFlow): KioskFlow {
  const page = pageOf(flow)
  const [first, ...others] = flow.trail
  if (others.length === 0) return flow
  const trail: KioskFlow['trail'] = [first, ...others.slice(0, -1)]
  if (trail.length === 1) return { ...flow, trail, draft: emptyDraft }
  if (page.name === 'identity') return { ...flow, trail, draft: { ...flow.draft, idNumber: '' } }
  if (page.name === 'items-of-queue') return { ...flow, trail, draft: { ...flow.draft, carriedNumber: null } }
  return { ...flow, trail }
}
