import type { DisplayView } from '../../../shared/contract/view.ts'
import { numberOf } from '../../../shared/rules/at-window.ts'
import type { Hub } from '../hub.ts'
import { inCallingOrder } from './parts.ts'
import { phaseView } from './phase.ts'

const nextShown = 3

/** All that the boards show: numbers and windows, never a person. */
export function displayView(hub: Hub, now: number, isDemo: boolean): DisplayView {
  const setup = hub.setup()
  const phase = phaseView(hub, now)
  const windowName = (windowNumber: number) => setup.serviceWindows.get(windowNumber)?.name ?? ''
  const mayAllCall = phase.phase === 'linkup' && setup.queueSettings.linkupCalls === 'every-window'
  const openWindows = hub.tables.serviceWindow.all().filter((one) => one.status === 'open')
  // Whoever waits for a window that nobody opened is not the next.
  const letters = new Set(openWindows.flatMap((one) => setup.serviceWindows.get(one.windowNumber)?.queues ?? []))
  return {
    hall: setup.hall,
    isDemo,
    phase,
    calls: hub.tables.callLog.latestOn(phase.hallDay).map(({ seq, at, number, windowNumber, kind }) => ({
      seq,
      at,
      number,
      windowNumber,
      windowName: windowName(windowNumber),
      kind,
    })),
    next: inCallingOrder(hub, { windowNumber: 0, priorityStreak: 0 }, [...letters])
      .slice(0, nextShown)
      .map((ticket) => ({ number: numberOf(ticket), queueName: setup.queues.get(ticket.queue)?.name ?? '' })),
    queues: [...setup.queues.values()].map(({ letter, name }) => ({
      letter,
      name,
      waitingCount: hub.tables.ticket.waitingIn(letter),
    })),
    windows: hub.tables.serviceWindow.all().map((serviceWindow) => {
      const { windowNumber, status, pauseReason, dutyUntil } = serviceWindow
      const current = hub.tables.ticket.atWindow(windowNumber)
      const queues = setup.serviceWindows.get(windowNumber)?.queues ?? []
      return {
        windowNumber,
        name: windowName(windowNumber),
        department: setup.serviceWindows.get(windowNumber)?.department ?? '',
        status,
        pauseReason,
        isOnDuty: dutyUntil > now || (mayAllCall && status === 'open'),
        number: current === undefined ? null : numberOf(current),
        isServing: current?.status === 'serving',
        queueNames: queues.map((letter) => setup.queues.get(letter)?.name ?? letter),
      }
    }),
    voice: setup.voiceSettings,
  }
}
