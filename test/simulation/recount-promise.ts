import type { PromiseFigures } from '../../shared/contract/promise-view.ts'
import { dayOf } from '../../shared/rules/hall-time.ts'
import type { HallFact, JournalEntry } from '../../shared/vocabulary/event.ts'
import type { TimeLimit } from '../../shared/vocabulary/service-item.ts'
import { workdayAfter } from './month-world.ts'

/** What is known of a filing by counting the journal alone. */
export interface CountedFiling {
  itemCode: string
  receivedDay: string
  ownerId: string
  limits: (TimeLimit | null)[]
  /** Days of both limits as the last event gave them. */
  dueDays: (string | null)[]
  end: string
  isAccepted: boolean
  isDeemed: boolean
  isTolerant: boolean
  isExtended: boolean
  /** Days of a special procedure that do not count, or one that is still going on. */
  isSuspended: boolean
  visits: number
  decided: { day: string; isPastPromised: boolean; isPastStatutory: boolean } | null
  deliveredDay: string | null
}

interface CountedVisit {
  day: string
  state: 'waiting' | 'visited' | 'cancelled'
  isLate: boolean
}

interface CountedInquiry {
  day: string
  state: 'open' | 'offered' | 'filed' | 'answered' | 'guided'
}

/** What an independent count of a journal comes to. */
export interface PromiseRecount {
  filings: Map<number, CountedFiling>
  inquiries: Map<number, CountedInquiry>
  visits: Map<number, CountedVisit>
  notices: { day: string; ordinal: number }[]
  /** Breaches by the name of the law. */
  breaches: Map<PromiseLaw, string[]>
}

export const promiseLaws = {
  owned: 'no accepted filing is without an owner or, when it has a limit, without a date',
  dates: 'a limit of workdays ends on that workday after acceptance, by the wall calendar',
  notice: 'a filing has at most one notice in force, and asks for nothing in a further one without a supervisor’s word',
  series: 'the numbers of every series are gapless and none is given twice',
} as const
export type PromiseLaw = keyof typeof promiseLaws

/** Counts a journal without the program’s rules or tables. */
export function recountPromise(entries: Iterable<JournalEntry>): PromiseRecount {
  const count: PromiseRecount = {
    filings: new Map(),
    inquiries: new Map(),
    visits: new Map(),
    notices: [],
    breaches: new Map(),
  }
  const watch = { inForce: new Map<number, number>(), lastSerial: new Map<string, number>() }
  for (const entry of entries) {
    const event = { type: entry.type, body: JSON.parse(entry.body) } as HallFact
    countSeries(count, watch.lastSerial, event)
    countInquiry(count, event, entry.at)
    countVisit(count, event, entry.at)
    countNotice(count, watch.inForce, event, entry.at)
    countFiling(count, event, entry.at)
    checkOwned(count, event)
    checkDates(count, event)
  }
  return count
}

function breach({ breaches }: PromiseRecount, law: PromiseLaw, what: string): void {
  breaches.set(law, [...(breaches.get(law) ?? []), what])
}

function countSeries(count: PromiseRecount, last: Map<string, number>, { type, body }: HallFact): void {
  if (!('serial' in body && 'year' in body)) return
  const series = `${type}${'documentKind' in body ? ` ${body.documentKind}` : ''} ${body.year}`
  const expected = (last.get(series) ?? 0) + 1
  if (body.serial !== expected) breach(count, 'series', `${series}: ${body.serial} instead of ${expected}`)
  last.set(series, body.serial)
}

function countInquiry({ inquiries }: PromiseRecount, { type, body }: HallFact, at: number): void {
  switch (type) {
    case 'FirstInquiryRecorded':
      inquiries.set(body.inquiryId, { day: dayOf(at), state: 'open' })
      return
    case 'FilingReceived':
      inquiries.get(body.inquiryId)!.state = 'filed'
      return
    case 'FirstInquiryAnswered':
    case 'FirstInquiryGuided':
    case 'FirstInquiryOffered':
    case 'FirstInquiryTaken':
    case 'FirstInquiryRefused':
    case 'FirstInquiryReassigned':
      inquiries.get(body.inquiryId)!.state = stateAfter[type]
  }
}

function countVisit({ visits }: PromiseRecount, { type, body }: HallFact, at: number): void {
  if (type === 'HomeVisitAsked') visits.set(body.inquiryId, { day: dayOf(at), state: 'waiting', isLate: false })
  if (type === 'HomeVisitReported') visits.get(body.inquiryId)!.state = 'visited'
  if (type === 'HomeVisitCancelled') visits.get(body.inquiryId)!.state = 'cancelled'
  if (type === 'HomeVisitDispatched' || type === 'HomeVisitRescheduled' || type === 'HomeVisitReported')
    visits.get(body.inquiryId)!.isLate ||= body.isLate
}

const stateAfter = {
  FirstInquiryAnswered: 'answered',
  FirstInquiryGuided: 'guided',
  FirstInquiryOffered: 'offered',
  FirstInquiryTaken: 'open',
  FirstInquiryRefused: 'open',
  // 改派 takes back an offer that nobody has taken.
  FirstInquiryReassigned: 'open',
} as const

function countNotice(count: PromiseRecount, inForce: Map<number, number>, { type, body }: HallFact, at: number): void {
  if (type === 'OneTimeNoticeSuperseded') inForce.delete(body.filingId)
  if (type !== 'OneTimeNoticeIssued') return
  const { filingId, noticeId, ordinal, allowance, number } = body
  if (inForce.has(filingId)) breach(count, 'notice', `${number} beside another`)
  if (ordinal > 1 && allowance === null) breach(count, 'notice', `${number} without a supervisor’s word`)
  inForce.set(filingId, noticeId)
  count.notices.push({ day: dayOf(at), ordinal })
}

/** Events after which a filing is over without a decision, with the state they leave. */
const ends: Partial<Record<HallFact['type'], string>> = {
  FilingNotRequired: 'not-required',
  FilingDeclined: 'declined',
  FilingWithdrawn: 'withdrawn',
  FilingReturned: 'returned',
}

function countFiling({ filings }: PromiseRecount, event: HallFact, at: number): void {
  const { type, body } = event
  if (type === 'FilingReceived') return void filings.set(body.filingId, countedFiling(body))
  const filing = 'filingId' in body ? filings.get(Number(body.filingId)) : undefined
  if (filing === undefined) return
  filing.end = ends[type] ?? filing.end
  if ('promisedDue' in body) filing.dueDays[0] = body.promisedDue?.day ?? null
  if ('statutoryDue' in body) filing.dueDays[1] = body.statutoryDue?.day ?? null
  switch (type) {
    case 'FilingAccepted':
      return void Object.assign(filing, { isAccepted: true, isTolerant: body.isTolerant })
    case 'FilingDeemedAccepted':
      return void Object.assign(filing, { isAccepted: true, isDeemed: true })
    case 'CorrectionReceived':
      filing.visits += 1
      return
    case 'FilingSuspended':
      filing.isSuspended = true
      return
    case 'FilingResumed':
      filing.isSuspended = body.excludedFrom !== null
      return
    case 'DeadlineExtended':
      filing.isExtended = true
      return
    case 'FilingConverted':
      filing.limits[0] = body.limit
      return
    case 'FilingReassigned':
      filing.ownerId = body.toStaffId
      return
    case 'FilingDecided': {
      const { decidedDay: day, isPastPromised, isPastStatutory } = body
      filing.decided = { day, isPastPromised, isPastStatutory }
      return
    }
    case 'ResultDelivered':
      filing.deliveredDay = dayOf(at)
  }
}

function countedFiling(body: Extract<HallFact, { type: 'FilingReceived' }>['body']): CountedFiling {
  const { itemCode, receivedDay, ownerId, promisedLimit, statutoryLimit } = body
  return {
    ...{ itemCode, receivedDay, ownerId, limits: [promisedLimit, statutoryLimit], dueDays: [null, null], end: '' },
    ...{ isAccepted: false, isDeemed: false, isTolerant: false, isExtended: false, isSuspended: false },
    ...{ visits: 0, decided: null, deliveredDay: null },
  }
}

function checkOwned(count: PromiseRecount, { body }: HallFact): void {
  const filing = 'filingId' in body ? count.filings.get(Number(body.filingId)) : undefined
  if (filing === undefined || !filing.isAccepted) return
  const { limits, dueDays, ownerId } = filing
  const isUndated = limits.some((limit, at) => limit !== null && dueDays[at] === null)
  if (ownerId === '' || isUndated) breach(count, 'owned', JSON.stringify(body))
}

/** The day of acceptance does not count (民法典 第二百零一条); whole limits of workdays only. */
function checkDates(count: PromiseRecount, { type, body }: HallFact): void {
  if (type !== 'FilingAccepted' && type !== 'FilingDeemedAccepted') return
  const { limits, dueDays } = count.filings.get(body.filingId)!
  limits.forEach((limit, at) => {
    if (limit?.unit !== 'workday') return
    const expected = workdayAfter(body.acceptedDay, limit.amount)
    if (expected === undefined || expected === dueDays[at]) return
    const what = `filing ${body.filingId}, ${limit.amount} workdays after ${body.acceptedDay}`
    breach(count, 'dates', `${what}: ${dueDays[at]} instead of ${expected}`)
  })
}

/** 统计 of some days as the recount has them, in the form of the hub's own. */
export function figuresOf(count: PromiseRecount, { from, to }: { from: string; to: string }) {
  const isIn = (day: string | null | undefined) => day != null && day >= from && day <= to
  const inquiries = [...count.inquiries.values()].filter(({ day }) => isIn(day))
  const notices = count.notices.filter(({ day }) => isIn(day))
  const visits = [...count.visits.values()].filter(({ day }) => isIn(day))
  const all = [...count.filings.values()]
  const received = all.filter(({ receivedDay }) => isIn(receivedDay))
  const decided = all.filter((one) => isIn(one.decided?.day))
  const inState = (state: CountedInquiry['state']) => inquiries.filter((one) => one.state === state).length
  const of = (isOne: (filing: CountedFiling) => boolean) => received.filter(isOne).length
  const isLate = ({ decided: one }: CountedFiling) => one!.isPastPromised || one!.isPastStatutory
  const figures: Omit<PromiseFigures, 'byItem'> = {
    from,
    to,
    inquiries: {
      recorded: inquiries.length,
      answered: inState('answered'),
      guided: inState('guided'),
      filed: inState('filed'),
      offered: inState('offered'),
      open: inState('open'),
    },
    notices: {
      first: notices.filter(({ ordinal }) => ordinal === 1).length,
      further: notices.filter(({ ordinal }) => ordinal > 1).length,
      repeatVisits: of(({ visits }) => visits >= 2),
    },
    homeVisits: {
      asked: visits.length,
      visited: visits.filter(({ state }) => state === 'visited').length,
      cancelled: visits.filter(({ state }) => state === 'cancelled').length,
      late: visits.filter(({ isLate: one }) => one).length,
    },
    filings: {
      received: received.length,
      accepted: of(({ isAccepted }) => isAccepted),
      deemed: of(({ isDeemed }) => isDeemed),
      tolerant: of(({ isTolerant }) => isTolerant),
      declined: of(({ end }) => end === 'declined'),
      notRequired: of(({ end }) => end === 'not-required'),
      returned: of(({ end }) => end === 'returned'),
      withdrawn: of(({ end }) => end === 'withdrawn'),
      extended: of(({ isExtended }) => isExtended),
      suspended: of(({ isSuspended }) => isSuspended),
      decided: decided.length,
      delivered: all.filter(({ deliveredDay }) => isIn(deliveredDay)).length,
      onTime: decided.filter((one) => !isLate(one)).length,
      pastPromised: decided.filter((one) => one.decided!.isPastPromised).length,
      pastStatutory: decided.filter((one) => one.decided!.isPastStatutory).length,
    },
  }
  const codes = [...new Set([...received, ...decided].map(({ itemCode }) => itemCode))].sort()
  const byItem = codes.map((itemCode) => ({
    itemCode,
    received: received.filter((one) => one.itemCode === itemCode).length,
    decided: decided.filter((one) => one.itemCode === itemCode).length,
    pastPromised: decided.filter((one) => one.itemCode === itemCode && one.decided!.isPastPromised).length,
  }))
  return { ...figures, byItem }
}
