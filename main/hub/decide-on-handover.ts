import { numberOf } from '../../shared/rules/at-window.ts'
import { type Decision, unreachable } from '../../shared/rules/decision.ts'
import { instantOf, yearOf } from '../../shared/rules/hall-time.ts'
import * as handovers from '../../shared/rules/handover.ts'
import type {
  DraftPostFacts,
  GiverFacts,
  HandoverFacts,
  LateService,
  Matters,
} from '../../shared/rules/handover-facts.ts'
import * as posts from '../../shared/rules/handover-post.ts'
import type { CommandOf } from '../../shared/vocabulary/command.ts'
import type { Handover, HandoverCounts } from '../../shared/vocabulary/handover.ts'
import type { HandoverHubCommandBodies, handoverCommandBodies } from '../../shared/vocabulary/handover-command.ts'
import type { DecisionContext } from './decide-on-facts.ts'
import { type PromiseContext, promiseDay } from './decide-on-promise.ts'
import type { Tables } from './tables/apply.ts'

/** A wish around the handover, by staff or by the hub itself. */
export type HandoverCommandType = keyof typeof handoverCommandBodies | keyof HandoverHubCommandBodies
export type HandoverCommand = CommandOf<HandoverCommandType>

/** Loads the facts of a command around the handover and lets its rule decide on them. */
export function decideOnHandover(command: HandoverCommand, context: DecisionContext, tables: Tables): Decision {
  const facts = (handoverId: number) => handoverFacts(handoverId, context, tables)
  switch (command.type) {
    case 'DraftHandovers':
      return handovers.decideDraftHandovers({
        ...promiseDay(context, tables),
        people: peopleOf(context, tables),
        drafted: new Set(tables.handover.linkupsOf(context.schedule.day).map(({ staffId }) => staffId)),
        lastHandoverId: tables.handover.lastId(),
        lastHandoverSerial: tables.handover.lastSerial,
      })
    case 'GiveHandover': {
      const found = facts(command.body.handoverId)
      const staffId = found.handover?.staffId ?? ''
      return handovers.decideGiveHandover(command.body, {
        ...found,
        giver: giverOfSheet(found.handover, context, tables),
        service: lateServiceOf(staffId, context, tables),
        custody: tables.handover.custody(),
      })
    }
    case 'TakeHandover': {
      const found = facts(command.body.handoverId)
      const staffId = found.handover?.staffId ?? ''
      const punches = tables.attendancePunch.ofPerson(staffId, context.schedule.day)
      return handovers.decideTakeHandover(command.body, {
        ...found,
        signIn: context.isSecondSignIn ? 'clerk-screen' : 'own-page',
        matters: mattersOf(found.handover, tables),
        isDayOutKnown: punches.some(({ kind }) => kind === 'day-out'),
      })
    }
    case 'DraftPostHandover':
      return posts.decideDraftPostHandover(command.body, postFacts(command.body.leaveId, context, tables))
    case 'RefuseHandover':
      return handovers.decideRefuseHandover(command.body, facts(command.body.handoverId))
    case 'ReturnHandover':
      return handovers.decideReturnHandover(command.body, facts(command.body.handoverId))
    default:
      return unreachable(command)
  }
}

/** Everything a rule may look at before it decides on a sheet. */
export function handoverFacts(handoverId: number, context: PromiseContext, tables: Tables): HandoverFacts {
  return {
    ...promiseDay(context, tables),
    handover: tables.handover.find(handoverId),
    homeUnitOf: (staffId) => tables.staff.find(staffId)?.homeUnit ?? '',
  }
}

/** What the sheet of an AB post would be drafted from. */
export function postFacts(leaveId: number, context: PromiseContext, tables: Tables): DraftPostFacts {
  return {
    ...promiseDay(context, tables),
    leave: tables.leave.find(leaveId),
    sheets: tables.handover.ofLeave(leaveId),
    giverOf: (staffId) => giverFacts(staffId, context, tables),
    lastHandoverId: tables.handover.lastId(),
    lastHandoverSerial: tables.handover.lastSerial,
  }
}

/** Everything open that goes over with an AB post; nothing with any other sheet. */
function mattersOf(handover: Handover | undefined, tables: Tables): Matters {
  if (handover?.kind !== 'ab-post') return { filings: [], inquiries: [], visits: [] }
  const { staffId, backOf } = handover
  const open = {
    filings: tables.filing.openOf(staffId),
    inquiries: tables.firstInquiry.openOf(staffId),
    visits: tables.homeVisit.awaitedOf(staffId),
  }
  return backOf === null ? open : posts.mattersOnTheWayBack(open, tables.handover.find(backOf)!)
}

/** What the giver of a sheet has to hand over as things stand; on the way back of an AB post what came by it. */
export function giverOfSheet(
  handover: Handover | undefined,
  context: PromiseContext,
  tables: Tables,
): GiverFacts | undefined {
  if (handover === undefined) return undefined
  const giver = giverFacts(handover.staffId, context, tables)
  const outward = handover.backOf === null ? undefined : tables.handover.find(handover.backOf)
  return giver === undefined || outward === undefined ? giver : posts.onTheWayBack(giver, outward)
}

function peopleOf(context: PromiseContext, tables: Tables): GiverFacts[] {
  return tables.staff
    .all()
    .filter(({ isRetired }) => !isRetired)
    .map(({ staffId }) => giverFacts(staffId, context, tables)!)
}

/** What somebody has to hand over as things stand; undefined when unknown. */
export function giverFacts(
  staffId: string,
  { schedule, setup }: PromiseContext,
  tables: Tables,
): GiverFacts | undefined {
  const staff = tables.staff.find(staffId)
  if (staff === undefined) return undefined
  const windowNumber = tables.postStay.lastWindowOf(schedule.day, staffId)
  const queues = windowNumber === null ? [] : (setup.serviceWindows.get(windowNumber)?.queues ?? [])
  const from = handovers.handoverTimes(schedule)?.from ?? 0
  return {
    staffId,
    role: staff.role,
    homeUnit: staff.homeUnit,
    windowNumber,
    counts: countsOf(staffId, schedule.day, tables),
    filings: tables.filing.openOf(staffId),
    waitingNumbers: queues.flatMap((queue) => tables.ticket.neverCalled(schedule.day, queue, from).map(numberOf)),
  }
}

function countsOf(staffId: string, day: string, tables: Tables): HandoverCounts {
  const midnight = instantOf(day, '00:00')
  const corrections = tables.hallDocument.issuedSince('correction-receipt', yearOf(day), midnight)
  return {
    ...tables.filing.receivedOn(day, staffId),
    notices: tables.oneTimeNotice.issuedOn(day, staffId),
    corrections: corrections.filter(({ issuedBy }) => issuedBy === staffId).length,
  }
}

/** Whether somebody still serves, and when the last service at that window ended. */
export function lateServiceOf(
  staffId: string,
  { schedule }: Pick<PromiseContext, 'schedule'>,
  tables: Tables,
): LateService {
  const windowNumber = tables.serviceWindow.ofStaff(staffId) ?? tables.postStay.lastWindowOf(schedule.day, staffId)
  if (windowNumber === null) return { isRunning: false, lastEndedAt: null }
  const isAtWindow = tables.serviceWindow.find(windowNumber)?.staffId === staffId
  return {
    isRunning: isAtWindow && tables.ticket.atWindow(windowNumber)?.status === 'serving',
    lastEndedAt: tables.ticket.lastDoneAt(windowNumber, schedule.day),
  }
}
