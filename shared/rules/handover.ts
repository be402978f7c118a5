import type { CommandBody } from '../vocabulary/command.ts'
import type { Filing } from '../vocabulary/filing.ts'
import type { Handover, HandoverLine, HandoverStatus } from '../vocabulary/handover.ts'
import type { HandoverEvent } from '../vocabulary/handover-event.ts'
import type { Refusal } from '../vocabulary/refusal.ts'
import { handoverStatusWords } from '../vocabulary/words.ts'
import { accept, assert, type Decision, refuse } from './decision.ts'
import { mattersPassedTo } from './filing-end.ts'
import { lightOfFiling, remainingOfFiling, runningDueDay } from './filing-light.ts'
import { dayOf, minuteMs, yearOf } from './hall-time.ts'
import type {
  DraftHandoversFacts,
  GiveHandoverFacts,
  GiverFacts,
  HandoverFacts,
  LateService,
  TakeHandoverFacts,
} from './handover-facts.ts'
import { isOut, movesAlong } from './handover-state.ts'
import { handlerRefusal, isBy, isSupervisor, staffIdOf } from './may-touch.ts'
import type { PromiseDay } from './promise-facts.ts'
import { dayOutByHandover } from './punch.ts'
import { numberOfSeries, seriesLetters } from './series-number.ts'
import { openStageOf } from './stage-state.ts'
import type { HallSchedule } from './timetable.ts'
import { createWorkingTime } from './working-time.ts'

/** Minutes after the public hours by which a sheet is given (domain §2.10, AL08). */
const giveWithinMinutes = 30
/** At least so many minutes are left for taking it, on a day without a link-up hour too. */
const takeWithinMinutes = 30
/** Minutes after a service that ran past the public hours (edge 3). */
const afterServiceMinutes = 15

type Line = CommandBody<'GiveHandover'>['lines'][number]

/**
 * When the sheets of a day are drafted, given and taken, in epoch ms: from the start of the link-up
 * hour (篇5.7), on a day without one from the end of the public hours. Null on a rest day.
 */
export function handoverTimes({ spans }: HallSchedule): { from: number; giveBy: number; takeBy: number } | null {
  const linkup = spans.find(({ phase }) => phase === 'linkup')
  const from = linkup?.startsAt ?? spans.findLast(({ phase }) => phase === 'open')?.endsAt
  if (from === undefined) return null
  const giveBy = from + giveWithinMinutes * minuteMs
  return { from, giveBy, takeBy: Math.max(linkup?.endsAt ?? 0, giveBy + takeWithinMinutes * minuteMs) }
}

/**
 * 17:00 (domain 5-11): a sheet for whoever was on duty at a window today, and for the clerks who
 * have filings open. Once a day each; asked again it drafts for those who came since.
 */
export function decideDraftHandovers(facts: DraftHandoversFacts): Decision {
  const { now, schedule, people, drafted } = facts
  const times = handoverTimes(schedule)
  if (times === null || now < times.from) return accept([])
  const year = yearOf(schedule.day)
  const firstSerial = facts.lastHandoverSerial(year) + 1
  const givers = people.filter((one) => hasToGive(one) && !drafted.has(one.staffId))
  const events = givers.map((giver, at): HandoverEvent => {
    const { staffId, windowNumber, homeUnit, waitingNumbers } = giver
    const serial = firstSerial + at
    return {
      type: 'HandoverDrafted',
      body: {
        handoverId: facts.lastHandoverId + at + 1,
        number: numberOfSeries(seriesLetters.handover, year, serial),
        year,
        serial,
        kind: 'linkup',
        day: schedule.day,
        staffId,
        toStaffId: null,
        leaveId: null,
        backOf: null,
        windowNumber,
        homeUnit,
        waitingNumbers,
        waitingRule: facts.setup.queueSettings.atSplit,
        ...filledFrom(giver, [], facts),
      },
    }
  })
  return accept(events)
}

function hasToGive({ role, windowNumber, filings }: GiverFacts): boolean {
  return windowNumber !== null || (role === 'clerk' && filings.length > 0)
}

/** Counts and lines of a sheet as they are at `now` (epoch ms), with what the giver says of some of them. */
export function filledFrom(
  { counts, filings }: GiverFacts,
  said: readonly Line[],
  { now, setup }: Pick<PromiseDay, 'now' | 'setup'>,
): Pick<Handover, 'counts' | 'lines'> {
  const workingTime = createWorkingTime(setup.timetables, setup.calendar, dayOf(now))
  const line = (filing: Filing): HandoverLine => {
    const { filingId, number, itemName, itemKind, acceptedDay, status } = filing
    const { originals = [], action = '' } = said.find((one) => one.filingId === filingId) ?? {}
    return {
      ...{ filingId, number, itemName, itemKind, acceptedDay, status, originals, action },
      stage: openStageOf(filing)?.name ?? null,
      dueDay: runningDueDay(filing, setup),
      remainingWorkdays: remainingOfFiling(filing, now, setup, workingTime).workdays,
      light: lightOfFiling(filing, now, setup),
    }
  }
  return { counts, lines: filings.map(line) }
}

/**
 * 交出, by the person it was drafted for, filled anew from the filings as they are now. Refused: a
 * line that is his no longer, originals without what is to be done with them, and what is still
 * out from a handover before.
 */
export function decideGiveHandover(body: CommandBody<'GiveHandover'>, facts: GiveHandoverFacts): Decision {
  const refusal = mayGive(facts) ?? linesRefusal(body.lines, facts)
  if (refusal !== null) return refusal
  const { giver, service, schedule, now } = facts
  assert(giver !== undefined, 'somebody of the staff gives')
  const { handoverId, receipts, remark } = body
  return accept({
    type: 'HandoverGiven',
    body: {
      handoverId,
      ...filledFrom(giver, body.lines, facts),
      receipts,
      remark,
      heldUntil: heldUntil(service, schedule, now),
    },
  })
}

/** Why somebody may not give a sheet now; null when he may. */
export function mayGive(facts: HandoverFacts): Refusal | null {
  const { handover } = facts
  if (handover === undefined) return refuse('handover-unknown')
  const { number, staffId, kind } = handover
  // Who is away all of a sudden cannot give his post (突发): a supervisor does.
  if (!isBy(facts, staffId) && !(kind === 'ab-post' && isSupervisor(facts))) {
    return refuse('handover-not-yours', { number, staffName: facts.staffOf(staffId)?.name ?? '' })
  }
  return standingRefusal(facts, 'drafted', '交出')
}

/** A sheet that stands otherwise, or was for a day that is over: what did not go to the home unit then does not now. */
function standingRefusal({ handover, now }: HandoverFacts, status: HandoverStatus, action: string): Refusal | null {
  if (handover === undefined) return refuse('handover-unknown')
  const { number, day, kind } = handover
  if (handover.status !== status) {
    return refuse('handover-status', { number, status: handoverStatusWords[handover.status], action })
  }
  return kind === 'ab-post' || dayOf(now) === day ? null : refuse('handover-day-over', { number, day })
}

function linesRefusal(said: readonly Line[], facts: GiveHandoverFacts): Refusal | null {
  const filings = facts.giver?.filings ?? []
  for (const line of said) {
    const filing = filings.find(({ filingId }) => filingId === line.filingId)
    if (filing === undefined) return refuse('handover-lines-changed')
    const { number } = filing
    if (line.originals.length > 0 && line.action === '') return refuse('handover-action-needed', { number })
    const holder = facts.custody.get(filing.filingId)
    if (facts.handover?.kind === 'linkup' && holder !== undefined && movesAlong(line)) {
      return refuse('handover-originals-out', { number, staffName: facts.staffOf(holder)?.name ?? '' })
    }
  }
  return null
}

/** Why somebody may not take a sheet now; null when he may. */
export function mayTake(facts: HandoverFacts): Refusal | null {
  return mayReceive(facts) ?? standingRefusal(facts, 'given', '接收')
}

/**
 * 接收: by a colleague or the liaison of the home unit, or by a supervisor; never by the giver. Who
 * takes a linkup on his own page says with it that the giver has come (下班确认, domain 5-13); at the
 * giver's screen the giver is still in the hall. An AB post is taken by the other one alone, and
 * everything open changes hands with it.
 */
export function decideTakeHandover(_: CommandBody<'TakeHandover'>, facts: TakeHandoverFacts): Decision {
  const refusal = mayTake(facts) ?? handlesRefusal(facts)
  if (refusal !== null) return refusal
  const { handoverId, kind, number, staffId, day } = received(facts)
  const takenBy = staffIdOf(facts)
  const { signIn, matters, now } = facts
  if (kind === 'linkup') {
    const taken = { handoverId, takenBy, signIn, moved: null }
    const dayOut = dayOutByHandover({ staffId, day, punchedAt: now, recordedBy: takenBy })
    const isDayOutNew = signIn === 'own-page' && !facts.isDayOutKnown
    return accept([{ type: 'HandoverTaken', body: taken }, ...(isDayOutNew ? [dayOut] : [])])
  }
  const moved = {
    filingIds: matters.filings.map(({ filingId }) => filingId),
    inquiryIds: matters.inquiries.map(({ inquiryId }) => inquiryId),
    visitIds: matters.visits.map(({ inquiryId }) => inquiryId),
  }
  const reason = `AB岗交接 ${number}`
  return accept([
    { type: 'HandoverTaken', body: { handoverId, takenBy, signIn, moved } },
    ...mattersPassedTo(matters, { fromStaffId: staffId, toStaffId: takenBy, reason }, facts),
  ])
}

/** Filings go to nobody who cannot have them in charge. */
function handlesRefusal(facts: TakeHandoverFacts): Refusal | null {
  const isAsked = received(facts).kind === 'ab-post' && facts.matters.filings.length > 0
  return isAsked ? handlerRefusal(facts.staffOf(staffIdOf(facts))) : null
}

/** 退回 with the reason: the giver has it again, to be given anew. */
export function decideRefuseHandover({ reason }: CommandBody<'RefuseHandover'>, facts: HandoverFacts): Decision {
  const refusal = mayReceive(facts) ?? standingRefusal(facts, 'given', '退回')
  if (refusal !== null) return refusal
  const { handoverId } = received(facts)
  return accept({ type: 'HandoverRefused', body: { handoverId, refusedBy: staffIdOf(facts), reason } })
}

function mayReceive(facts: HandoverFacts): Refusal | null {
  const { handover } = facts
  if (handover === undefined) return refuse('handover-unknown')
  const { number, staffId, toStaffId, homeUnit } = handover
  if (isBy(facts, staffId)) return refuse('handover-own')
  if (toStaffId !== null) {
    const staffName = facts.staffOf(toStaffId)?.name ?? ''
    return isBy(facts, toStaffId) ? null : refuse('handover-not-for-you', { number, staffName })
  }
  if (isSupervisor(facts)) return null
  const isOfUnit = homeUnit !== '' && facts.homeUnitOf(staffIdOf(facts)) === homeUnit
  return isOfUnit ? null : refuse('handover-other-unit', { number, homeUnit })
}

function received({ handover }: HandoverFacts) {
  assert(handover !== undefined, 'a sheet that may be received')
  return handover
}

/**
 * 次日返回 (次日08:00 回执): who gave confirms that what went along is back, or a supervisor does.
 * Not the home unit: nobody has anything again before he has said so.
 */
export function decideReturnHandover({ note }: CommandBody<'ReturnHandover'>, facts: HandoverFacts): Decision {
  const refusal = mayReturn(facts)
  if (refusal !== null) return refusal
  const { handoverId } = received(facts)
  return accept({ type: 'HandoverReturned', body: { handoverId, returnedBy: staffIdOf(facts), note } })
}

/** Why somebody may not confirm the return now; null when he may. */
export function mayReturn(facts: HandoverFacts): Refusal | null {
  const { handover } = facts
  if (handover === undefined) return refuse('handover-unknown')
  const { number, staffId, status } = handover
  if (!isBy(facts, staffId) && !isSupervisor(facts)) return refuse('handover-return-by', { number })
  if (status !== 'taken') {
    return refuse('handover-status', { number, status: handoverStatusWords[status], action: '确认返回' })
  }
  return isOut(handover) ? null : refuse('handover-nothing-out', { number })
}

/** A sheet that is late, and which half of the handover is missing. `dueAt` in epoch ms. */
export interface DueHandover {
  handoverId: number
  staffId: string
  missing: 'give' | 'take'
  dueAt: number
}

/**
 * AL08 (domain §2.10): what was not given half an hour after the public hours, or not taken by the
 * end of the day. A service that still runs holds it, and a quarter of an hour after (edge 3).
 */
export function handoversDue(facts: {
  now: number
  schedule: HallSchedule
  /** Sheets of today. */
  handovers: readonly { handoverId: number; staffId: string; status: HandoverStatus }[]
  serviceOf: (staffId: string) => LateService
}): DueHandover[] {
  const { now, schedule } = facts
  const times = handoverTimes(schedule)
  if (times === null) return []
  return facts.handovers.flatMap(({ handoverId, staffId, status }) => {
    if (status !== 'drafted' && status !== 'given') return []
    const service = facts.serviceOf(staffId)
    if (service.isRunning) return []
    const held = heldUntil(service, schedule, now) ?? 0
    const missing = status === 'drafted' ? 'give' : 'take'
    const dueAt = Math.max(held, missing === 'give' ? times.giveBy : times.takeBy)
    return now >= dueAt ? [{ handoverId, staffId, missing, dueAt }] : []
  })
}

/**
 * 逾期的步骤 of a sheet as the log of its day names them at `now` (epoch ms): given or taken after its
 * time, or not at all. What holds the alarm holds this. An AB post has no hour.
 */
export function lateSteps(
  { kind, givenAt, takenAt, heldUntil: excusedUntil }: Pick<Handover, 'kind' | 'givenAt' | 'takenAt' | 'heldUntil'>,
  { now, schedule, service }: { now: number; schedule: HallSchedule; service: LateService },
): ('give' | 'take')[] {
  const times = handoverTimes(schedule)
  if (times === null || kind === 'ab-post') return []
  const held = heldUntil(service, schedule, now) ?? 0
  const excused = excusedUntil ?? 0
  if (givenAt === null) return now >= Math.max(times.giveBy, held) ? ['give'] : []
  const isGivenLate = givenAt >= Math.max(times.giveBy, excused)
  const isTakenLate = (takenAt ?? now) >= Math.max(times.takeBy, excused, held)
  return [...(isGivenLate ? (['give'] as const) : []), ...(isTakenLate ? (['take'] as const) : [])]
}

/** Until when a service past the public hours excuses; null when there was none. */
function heldUntil({ isRunning, lastEndedAt }: LateService, schedule: HallSchedule, now: number): number | null {
  const from = handoverTimes(schedule)?.from ?? now
  if (isRunning) return now + afterServiceMinutes * minuteMs
  return lastEndedAt === null || lastEndedAt <= from ? null : lastEndedAt + afterServiceMinutes * minuteMs
}
