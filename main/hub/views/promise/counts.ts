import type { Hub } from '../../hub.ts'

/** What somebody has before him of the promise. */
export interface StaffCounts {
  /** Filings that this person is in charge of, or handles the stage of. */
  inHand: number
  offeredToMe: number
  alarms: number
  yellow: number
  overdue: number
}

export interface PromiseCounts {
  alarms: number
  openFilings: number
  yellow: number
  overdue: number
  offered: number
  of: (staffId: string | null) => StaffCounts
}

const none: StaffCounts = { inHand: 0, offeredToMe: 0, alarms: 0, yellow: 0, overdue: 0 }
const minuteMs = 60_000
const kept = new WeakMap<Hub, { seq: number; minute: number; counts: PromiseCounts }>()

/** Counted when something around the promise has changed, and once a minute because lights turn by themselves. */
export function promiseCounts(hub: Hub, now: number): PromiseCounts {
  const seq = hub.tables.matterEntry.changedBy()
  const minute = Math.floor(now / minuteMs)
  const before = kept.get(hub)
  if (before?.seq === seq && before.minute === minute) return before.counts
  const counts = countAll(hub, now)
  kept.set(hub, { seq, minute, counts })
  return counts
}

function countAll(hub: Hub, now: number): PromiseCounts {
  const { filing, firstInquiry, alarm } = hub.tables
  const lights = filing.countsAt(now)
  const offers = firstInquiry.offeredCounts()
  const alarms = alarm.open()
  const byStaff = new Map<string, StaffCounts>()
  const add = (staffId: string, more: Partial<StaffCounts>) => {
    const had = byStaff.get(staffId) ?? none
    const sum = (key: keyof StaffCounts) => had[key] + (more[key] ?? 0)
    byStaff.set(staffId, {
      inHand: sum('inHand'),
      offeredToMe: sum('offeredToMe'),
      alarms: sum('alarms'),
      yellow: sum('yellow'),
      overdue: sum('overdue'),
    })
  }
  const inHand = filing.openCounts()
  for (const { ownerId, count } of inHand) add(ownerId, { inHand: count })
  for (const { staffId, count } of filing.stageCounts()) add(staffId, { inHand: count })
  for (const { ownerId, yellow, overdue } of lights) add(ownerId, { yellow, overdue })
  for (const { staffId, offered } of offers) add(staffId, { offeredToMe: offered })
  for (const one of alarms) if (one.status === 'open') for (const staffId of one.staffIds) add(staffId, { alarms: 1 })
  return {
    alarms: alarms.length,
    openFilings: inHand.reduce((sum, { count }) => sum + count, 0),
    yellow: lights.reduce((sum, one) => sum + one.yellow, 0),
    overdue: lights.reduce((sum, one) => sum + one.overdue, 0),
    offered: offers.reduce((sum, one) => sum + one.offered, 0),
    of: (staffId) => (staffId === null ? none : (byStaff.get(staffId) ?? none)),
  }
}
