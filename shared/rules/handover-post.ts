import type { CommandBody } from '../vocabulary/command.ts'
import type { Handover, MovedMatters } from '../vocabulary/handover.ts'
import type { HandoverEvent } from '../vocabulary/handover-event.ts'
import type { Refusal } from '../vocabulary/refusal.ts'
import { accept, assert, type Decision, refuse } from './decision.ts'
import { dayOf, yearOf } from './hall-time.ts'
import { filledFrom } from './handover.ts'
import type { DraftPostFacts, GiverFacts, Matters } from './handover-facts.ts'
import { isBy, isSupervisor } from './may-touch.ts'
import { numberOfSeries, seriesLetters } from './series-number.ts'

/**
 * AB岗交接 (domain §4.9, edge 35): one sheet of everything open that somebody has, for who stands in
 * while he is on leave; when that was taken and he is back, the same sheet the other way. By the one
 * on leave, who stands in, or a supervisor.
 */
export function decideDraftPostHandover(_: CommandBody<'DraftPostHandover'>, facts: DraftPostFacts): Decision {
  const way = postWay(facts)
  if ('kind' in way) return way
  const { giverId, toStaffId, outward } = way
  const { leave } = facts
  const found = facts.giverOf(giverId)
  if (found === undefined) return refuse('staff-unknown')
  const giver = outward === null ? found : onTheWayBack(found, outward)
  const day = dayOf(facts.now)
  const year = yearOf(day)
  const serial = facts.lastHandoverSerial(year) + 1
  const handoverId = facts.lastHandoverId + 1
  const event: HandoverEvent = {
    type: 'HandoverDrafted',
    body: {
      handoverId,
      number: numberOfSeries(seriesLetters.handover, year, serial),
      year,
      serial,
      kind: 'ab-post',
      day,
      staffId: giverId,
      toStaffId,
      leaveId: leave!.leaveId,
      backOf: outward?.handoverId ?? null,
      windowNumber: giver.windowNumber,
      homeUnit: giver.homeUnit,
      waitingNumbers: giver.waitingNumbers,
      waitingRule: facts.setup.queueSettings.atSplit,
      ...filledFrom(giver, [], facts),
    },
  }
  return accept(event, { handoverId })
}

interface PostWay {
  giverId: string
  toStaffId: string
  /** On the way back: the sheet by which it was handed over. */
  outward: Handover | null
}

/** Which way a sheet would go now, or why none can be drafted. */
export function postWay(facts: Pick<DraftPostFacts, 'leave' | 'sheets' | 'now' | 'actor'>): PostWay | Refusal {
  const { leave, sheets, now } = facts
  if (leave === undefined || leave.substituteId === null) return refuse('handover-leave-unfit')
  const { staffId, substituteId } = leave
  const isTheirs = isBy(facts, staffId) || isBy(facts, substituteId) || isSupervisor(facts)
  if (!isTheirs) return refuse('not-permitted')
  const last = sheets.at(-1)
  if (last !== undefined && last.status !== 'taken') return refuse('handover-under-way', { number: last.number })
  if (last !== undefined && last.backOf !== null) return refuse('handover-under-way', { number: last.number })
  const isRunning = leave.status === 'approved' && now < leave.to
  if (last === undefined) {
    return isRunning ? { giverId: staffId, toStaffId: substituteId, outward: null } : refuse('handover-leave-unfit')
  }
  if (isRunning) return refuse('handover-leave-runs')
  return { giverId: substituteId, toStaffId: staffId, outward: last }
}

/** What goes back: of what came by the sheet, what the giver still has open. */
export function onTheWayBack(giver: GiverFacts, outward: Handover): GiverFacts {
  const { filingIds } = movedBy(outward)
  return { ...giver, filings: giver.filings.filter(({ filingId }) => filingIds.includes(filingId)) }
}

/** The same of everything that is moved when it is taken. */
export function mattersOnTheWayBack({ filings, inquiries, visits }: Matters, outward: Handover): Matters {
  const { filingIds, inquiryIds, visitIds } = movedBy(outward)
  return {
    filings: filings.filter(({ filingId }) => filingIds.includes(filingId)),
    inquiries: inquiries.filter(({ inquiryId }) => inquiryIds.includes(inquiryId)),
    visits: visits.filter(({ inquiryId }) => visitIds.includes(inquiryId)),
  }
}

function movedBy({ moved }: Handover): MovedMatters {
  assert(moved !== null, 'an AB post that was taken')
  return moved
}
