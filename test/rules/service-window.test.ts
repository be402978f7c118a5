import { describe, expect, test } from 'vitest'
import type { AtWindowFacts } from '../../shared/rules/at-window.ts'
import {
  decideCloseDutyWindow,
  decideCloseServiceWindow,
  decideOpenDutyWindow,
  decideOpenServiceWindow,
  decidePauseServiceWindow,
  decideResumeServiceWindow,
  type OpenWindowFacts,
} from '../../shared/rules/service-window.ts'
import type { CommandBody } from '../../shared/vocabulary/command.ts'
import {
  accepted,
  atTime,
  closedWindow,
  kiosk,
  type Obstacle,
  openWindow,
  refusal,
  refusedInOrder,
  staffActor,
  ticketHere,
  windowFacts,
} from '../support/facts.ts'
import { instantAt } from '../support/hand-clock.ts'
import { workday } from '../support/sample-hall.ts'

const one = { windowNumber: 1 }
const supervisor = staffActor('supervisor', 'supervisor-1')
const paused = () => openWindow({ status: 'paused', pauseReason: '01' })

/** What forbids to act at a window where somebody is on duty. */
function obstaclesOfDuty<F extends AtWindowFacts>(): Obstacle<F>[] {
  return [
    ['window-unknown', (facts) => ({ ...facts, serviceWindow: undefined })],
    ['not-permitted', (facts) => ({ ...facts, actor: kiosk })],
    ['not-your-window', (facts) => ({ ...facts, actor: staffActor('clerk', 'clerk-2') })],
  ]
}

describe('OpenServiceWindow 上岗', () => {
  const facts = (changes: Partial<OpenWindowFacts> = {}): OpenWindowFacts => ({
    ...windowFacts('07:50', { serviceWindow: closedWindow() }),
    staffName: '',
    onDutyAt: null,
    ...changes,
  })
  const decide = (given: OpenWindowFacts) => decideOpenServiceWindow(one, given)
  const other = openWindow({ staffId: 'clerk-2' })

  refusedInOrder<OpenWindowFacts>(facts(), decide, [
    ['window-unknown', (given) => ({ ...given, serviceWindow: undefined })],
    ['not-permitted', (given) => ({ ...given, actor: kiosk }), 'for a machine without a person'],
    ['window-not-assigned', (given) => ({ ...given, actor: staffActor('clerk', 'clerk-1', [2, 3]) })],
    ['clerk-elsewhere', (given) => ({ ...given, onDutyAt: 2 }), 'for the same clerk at two windows'],
    [
      'window-taken',
      (given) => ({ ...given, serviceWindow: other, staffName: '钱二' }),
      'for two clerks at one window',
    ],
  ])

  test('whoever is assigned to no window in particular may open every one', () => {
    expect(accepted(decide(facts())).events).toEqual([
      { type: 'ServiceWindowOpened', body: { windowNumber: 1, staffId: 'clerk-1' } },
    ])
  })

  test('the refusal names who sits there', () => {
    expect(refusal(decide(facts({ serviceWindow: other, staffName: '钱二' }))).facts).toEqual({
      windowNumber: 1,
      staffName: '钱二',
    })
  })

  test('a clerk whose PC died finds the window as it was, paused or with a visitor (edge case 34)', () => {
    for (const serviceWindow of [openWindow(), paused()]) {
      const again = facts({ serviceWindow, current: ticketHere({ status: 'serving' }), onDutyAt: 1 })
      expect(accepted(decide(again)).events).toEqual([])
    }
  })

  test('a supervisor takes no window over from somebody on duty', () => {
    expect(refusal(decide(facts({ actor: supervisor, serviceWindow: openWindow() }))).code).toBe('window-taken')
  })
})

describe('PauseServiceWindow 暂停', () => {
  interface Press {
    body: CommandBody<'PauseServiceWindow'>
    facts: AtWindowFacts
  }
  const press = (changes: Partial<AtWindowFacts> = {}): Press => ({
    body: { ...one, reason: '02', note: '' },
    facts: windowFacts('09:00', changes),
  })
  const decide = ({ body, facts }: Press) => decidePauseServiceWindow(body, facts)
  const onFacts = ([code, stand]: Obstacle<AtWindowFacts>): Obstacle<Press> => [
    code,
    (given) => ({ ...given, facts: stand(given.facts) }),
  ]

  refusedInOrder<Press>(press(), decide, [
    ...obstaclesOfDuty<AtWindowFacts>().map(onFacts),
    onFacts(['window-not-open', (facts) => ({ ...facts, actor: supervisor, serviceWindow: closedWindow() })]),
    onFacts(['window-has-ticket', (facts) => ({ ...facts, current: ticketHere() })]),
    onFacts(['window-paused', (facts) => ({ ...facts, serviceWindow: paused() })]),
    ['pause-note-needed', (given) => ({ ...given, body: { ...given.body, reason: '99' } })],
  ])

  test('the reason is kept by its code, “other” with a note', () => {
    const body = { ...one, reason: '99', note: '换打印纸' } as const
    expect(accepted(decide({ ...press(), body })).events).toEqual([{ type: 'ServiceWindowPaused', body }])
  })
})

describe('ResumeServiceWindow 恢复', () => {
  const decide = (given: AtWindowFacts) => decideResumeServiceWindow(one, given)
  refusedInOrder<AtWindowFacts>(windowFacts('09:00', { serviceWindow: paused() }), decide, [
    ...obstaclesOfDuty<AtWindowFacts>(),
    ['window-not-paused', (given) => ({ ...given, serviceWindow: openWindow() })],
  ])

  test('goes back to the state before the pause', () => {
    expect(accepted(decide(windowFacts('09:00', { serviceWindow: paused() }))).events).toEqual([
      { type: 'ServiceWindowResumed', body: { windowNumber: 1, status: 'open' } },
    ])
  })
})

describe('CloseServiceWindow 下岗', () => {
  type CloseFacts = Parameters<typeof decideCloseServiceWindow>[1]
  const facts = (changes: Partial<CloseFacts> = {}): CloseFacts => ({
    ...windowFacts(),
    heldNumber: null,
    reserved: [],
    ...changes,
  })
  const decide = (given: CloseFacts) => decideCloseServiceWindow(one, given)

  refusedInOrder<CloseFacts>(facts(), decide, [
    ...obstaclesOfDuty<CloseFacts>(),
    ['window-not-open', (given) => ({ ...given, actor: supervisor, serviceWindow: closedWindow() })],
    ['window-has-ticket', (given) => ({ ...given, current: ticketHere() }), 'in front of the clerk'],
    ['window-has-ticket', (given) => ({ ...given, heldNumber: 'A005' }), 'on hold (edge case 34)'],
  ])

  test('a paused window is closed as well, and a supervisor closes it for who left', () => {
    const closed = [{ type: 'ServiceWindowClosed', body: { windowNumber: 1, reason: 'pressed' } }]
    expect(accepted(decide(facts({ serviceWindow: paused() }))).events).toEqual(closed)
    expect(accepted(decide(facts({ actor: supervisor }))).events).toEqual(closed)
  })

  test('keeps nobody who was transferred to it: he waits for every window of his queue', () => {
    const reserved = [ticketHere({ ticketId: 7, queue: 'B', status: 'waiting', reservedWindow: 1 })]
    expect(accepted(decide(facts({ reserved }))).events).toEqual([
      { type: 'TicketReleased', body: { ticketId: 7, fromWindow: 1, queue: 'B' } },
      { type: 'ServiceWindowClosed', body: { windowNumber: 1, reason: 'pressed' } },
    ])
  })
})

describe('OpenDutyWindow 值守窗口', () => {
  const decide = (given: AtWindowFacts) => decideOpenDutyWindow({ ...one, reason: '群众较多' }, given)
  const linkup = windowFacts('17:10', { actor: supervisor })

  refusedInOrder<AtWindowFacts>(linkup, decide, [
    ['window-unknown', (given) => ({ ...given, serviceWindow: undefined })],
    ['duty-not-needed', (given) => atTime(given, '16:59:59', workday)],
    ['hall-rest-day', (given) => atTime(given, '10:00', '2026-05-16')],
    ['hall-not-yet-open', (given) => atTime(given, '07:30')],
    ['hall-closed', (given) => atTime(given, '18:00')],
  ])

  test.each([
    ['12:30', '14:00'],
    ['17:00', '18:00'],
  ])('opened at %s it may call until that phase ends, at %s (D2)', (time, until) => {
    expect(accepted(decide(atTime(linkup, time))).events).toEqual([
      { type: 'DutyWindowOpened', body: { ...one, until: instantAt(workday, until), reason: '群众较多' } },
    ])
  })
})

describe('CloseDutyWindow 值守结束', () => {
  const decide = (given: AtWindowFacts) => decideCloseDutyWindow(one, given)
  const onDuty = openWindow({ dutyUntil: instantAt(workday, '18:00') })

  refusedInOrder<AtWindowFacts>(windowFacts('17:10', { actor: supervisor, serviceWindow: onDuty }), decide, [
    ['window-unknown', (given) => ({ ...given, serviceWindow: undefined })],
    ['window-not-on-duty', (given) => ({ ...given, serviceWindow: openWindow() })],
    ['window-not-on-duty', (given) => atTime(given, '18:00'), 'once the duty has ended by itself'],
  ])
})
