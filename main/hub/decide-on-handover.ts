import { numberOf } from '../../shared/rules/at-window.ts'
import { type Decision, unreachable } from '../../shared/rules/decision.ts'
import { instantOf, yearOf } from '../../shared/rules/hall-time.ts'
import * as handovers from '../../shared/rules/handover.ts'
import type { GiverFacts, HandoverFacts, LateService } from '../../shared/rules/handover-facts.ts'
import type { CommandOf } from '../../shared/vocabulary/command.ts'
import type { HandoverCounts } from '../../shared/vocabulary/handover.ts'
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
        drafted: new Set(tables.handover.ofDay(context.schedule.day).map(({ staffId }) => staffId)),
        lastHandoverId: tables.handover.lastId(),
        lastHandoverSerial: tables.handover.lastSerial,
      })
    case 'GiveHandover': {
      const found = facts(command.body.handoverId)
      const staffId = found.handover?.staffId ?? ''
      return handovers.decideGiveHandover(command.body, {
        ...found,
        giver: giverFacts(staffId, context, tables),
        service: lateServiceOf(staffId, context, tables),
        custody: tables.handover.custody(),
      })
    }
    case 'TakeHandover':
      return handovers.decideTakeHandover(command.body, {
        ...facts(command.body.handoverId),
        signIn: context.isSecondSignIn ? 'clerk-screen' : 'own-page',
      })
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
  const windowNumber = tables.windowDuty.lastOf(schedule.day, staffId)
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
export function lateServiceOf(staffId: string, { schedule }: PromiseContext, tables: Tables): LateService {
  const windowNumber = tables.serviceWindow.ofStaff(staffId) ?? tables.windowDuty.lastOf(schedule.day, staffId)
  if (windowNumber === null) return { isRunning: false, lastEndedAt: null }
  const isAtWindow = tables.serviceWindow.find(windowNumber)?.staffId === staffId
  return {
    isRunning: isAtWindow && tables.ticket.atWindow(windowNumber)?.status === 'serving',
    lastEndedAt: tables.ticket.lastDoneAt(windowNumber, schedule.day),
  }
}
