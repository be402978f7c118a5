import type { CommandBody, HubCommandBodies } from '../vocabulary/command.ts'
import { missingBlocks } from '../vocabulary/item-blocks.ts'
import { promiseExceedsStatutory, stagesExceedPromise } from '../vocabulary/profile.ts'
import type { Refusal } from '../vocabulary/refusal.ts'
import type { ServiceItem } from '../vocabulary/service-item.ts'
import { accept, type Decision, refuse } from './decision.ts'
import type { DayFacts } from './hall-day.ts'
import { windowsOfQueue } from './setup.ts'

/** 事项发布: a new version of an item, or its draft. */
export function decidePublishServiceItem(body: CommandBody<'PublishServiceItem'>, facts: DayFacts): Decision {
  return publishingRefusal(body.serviceItem, facts) ?? accept({ type: 'ServiceItemPublished', body })
}

/** 事项导入: many items at once, all of them or none. */
export function decidePublishServiceItems(body: HubCommandBodies['PublishServiceItems'], facts: DayFacts): Decision {
  for (const serviceItem of body.serviceItems) {
    const refusal = publishingRefusal(serviceItem, facts)
    if (refusal !== null) return refusal
  }
  return accept(body.serviceItems.map((serviceItem) => ({ type: 'ServiceItemPublished', body: { serviceItem } })))
}

/**
 * Why an item may not be published: the promise is never longer than the law allows (篇5.4), its
 * stages never longer than the promise, and all that has to be published of it is there (行政许可法第三十条). A hall's own profile, written before
 * that was asked for, still opens the hall; the console then says what its items lack.
 */
export function publishingRefusal(
  serviceItem: ServiceItem,
  { setup, actor }: Pick<DayFacts, 'setup' | 'actor'>,
): Refusal | null {
  if (!setup.queues.has(serviceItem.queue)) return refuse('queue-unknown', { letter: serviceItem.queue })
  if (promiseExceedsStatutory(serviceItem)) return refuse('promise-over-statutory')
  if (stagesExceedPromise(serviceItem)) return refuse('stages-over-promise')
  const missing = serviceItem.status === 'draft' || actor.kind === 'hub' ? [] : missingBlocks(serviceItem)
  if (missing.length === 0) return null
  return refuse('item-incomplete', { itemName: serviceItem.name, blocks: missing.join('、') })
}

/** 事项撤销: numbers already taken for it are served; new ones are not given. */
export function decideWithdrawServiceItem(body: CommandBody<'WithdrawServiceItem'>, facts: DayFacts): Decision {
  if (!facts.setup.newestItems.has(body.itemCode)) return refuse('not-published')
  return accept({ type: 'ServiceItemWithdrawn', body })
}

/** A queue goes when nothing leads to it and nobody waits in it. */
export function decideWithdrawQueue(
  body: CommandBody<'WithdrawQueue'>,
  facts: DayFacts & { waitingInQueue: number },
): Decision {
  const { letter } = body
  if (!facts.setup.queues.has(letter)) return refuse('queue-unknown', { letter })
  const { serviceItems, newestItems } = facts.setup
  const hasItems = [...serviceItems.values(), ...newestItems.values()].some((one) => one.queue === letter)
  const isUsed = hasItems || windowsOfQueue(facts.setup, letter).length > 0 || facts.waitingInQueue > 0
  return isUsed ? refuse('queue-in-use', { letter }) : accept({ type: 'QueueWithdrawn', body })
}

export function decidePublishServiceWindow(body: CommandBody<'PublishServiceWindow'>, facts: DayFacts): Decision {
  const letter = body.serviceWindow.queues.find((one) => !facts.setup.queues.has(one))
  if (letter !== undefined) return refuse('queue-unknown', { letter })
  return accept({ type: 'ServiceWindowPublished', body })
}

/** 窗口撤销: not with somebody on duty, nor while a number waits for this window alone. */
export function decideWithdrawServiceWindow(
  body: CommandBody<'WithdrawServiceWindow'>,
  facts: DayFacts & { isInUse: boolean },
): Decision {
  const { windowNumber } = body
  if (!facts.setup.serviceWindows.has(windowNumber)) return refuse('window-unknown', { windowNumber })
  if (facts.isInUse) return refuse('window-in-use')
  return accept({ type: 'ServiceWindowWithdrawn', body })
}

/** One timetable without an end remains, so that no day is without hours. */
export function decideWithdrawTimetable(body: CommandBody<'WithdrawTimetable'>, facts: DayFacts): Decision {
  const { timetables } = facts.setup
  if (!timetables.some((one) => one.timetableId === body.timetableId)) return refuse('not-published')
  const remaining = timetables.filter((one) => one.timetableId !== body.timetableId)
  if (!remaining.some((one) => one.validTo === null)) return refuse('timetable-missing')
  return accept({ type: 'TimetableWithdrawn', body })
}

export function decidePublishTimetable(body: CommandBody<'PublishTimetable'>, facts: DayFacts): Decision {
  const others = facts.setup.timetables.filter((one) => one.timetableId !== body.timetable.timetableId)
  if (![...others, body.timetable].some((one) => one.validTo === null)) return refuse('timetable-missing')
  return accept({ type: 'TimetablePublished', body })
}

export function decideWithdrawCalendarOverride(
  body: CommandBody<'WithdrawCalendarOverride'>,
  facts: DayFacts,
): Decision {
  if (!facts.setup.calendar.overrides.some((one) => one.day === body.day)) return refuse('not-published')
  return accept({ type: 'CalendarOverrideWithdrawn', body })
}
