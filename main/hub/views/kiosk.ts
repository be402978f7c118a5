import type { Foreseen, KioskView } from '../../../shared/contract/view.ts'
import { itemRefusal, sessionNow } from '../../../shared/rules/take-ticket.ts'
import type { Hub } from '../hub.ts'
import { queueViews } from './parts.ts'
import { foreseen, phaseView } from './phase.ts'

/** All that a kiosk shows. */
export function kioskView(hub: Hub, now: number, isDemo: boolean): KioskView {
  const setup = hub.setup()
  const schedule = hub.scheduleAt(now)
  return {
    hall: setup.hall,
    isDemo,
    phase: phaseView(hub, now),
    queues: queueViews(hub, now),
    itemRefusals: itemRefusals(hub, now),
    catalogueVersion: setup.version,
    printer: setup.printerSettings,
    hasCarriedTickets: hub.tables.ticket.hasCarriedTo(schedule.day),
    requeueTimesMax: setup.queueSettings.requeueTimesMax,
  }
}

/** Items that nobody could take now; in closed hours the phase says it once for all of them. */
function itemRefusals(hub: Hub, now: number): Record<string, Foreseen> {
  const setup = hub.setup()
  const schedule = hub.scheduleAt(now)
  const hallDay = hub.tables.hallDay.last()?.hallDay ?? null
  const session = sessionNow({ now, schedule, setup })
  const refused: Record<string, Foreseen> = {}
  for (const serviceItem of setup.serviceItems.values()) {
    const { itemCode, queue, quotaMorning, quotaAfternoon } = serviceItem
    const hasQuota = quotaMorning !== null || quotaAfternoon !== null
    const takenInSession = hasQuota ? hub.tables.ticket.takenInSession(schedule.day, queue, itemCode, session) : 0
    const refusal = itemRefusal(serviceItem, { now, hallDay, schedule, setup, takenInSession })
    if (refusal !== null) refused[itemCode] = foreseen(refusal)
  }
  return refused
}
