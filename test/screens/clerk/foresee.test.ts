import { describe, expect, test } from 'vitest'
import { foresee, functionKeys, keyActions, recallSecondsLeft } from '../../../renderer/clerk/foresee.ts'
import type { DeskAction } from '../../../renderer/common/text/clerk.ts'
import type { ClerkView, SessionView } from '../../../shared/contract/view.ts'
import { refusalSentence } from '../../../shared/vocabulary/refusal.ts'
import {
  called,
  clerkView,
  foreseen,
  held,
  linkup,
  serving,
  session,
  ticketCard,
  viewAt,
  viewWith,
  windowIs,
} from '../support/clerk-fixtures.ts'

const justCalled = viewWith({ ...called, calledAt: viewAt - 4_000 })
const calledThrice = viewWith({ ...called, callCount: 3 })
const paused = clerkView({
  serviceWindow: windowIs({ status: 'paused', pauseReason: '05' }),
  callRefusal: foreseen('window-paused'),
})
const closed = clerkView({
  serviceWindow: windowIs({ status: 'closed', staff: null }),
  callRefusal: foreseen('window-not-open'),
})
const elsewhere = clerkView({ serviceWindow: windowIs({ staff: { staffId: 'staff-2', name: '钱乙' } }) })
const nobodyWaits = clerkView({ waiting: [], waitingCount: 0, callRefusal: foreseen('nobody-waiting') })
const afterFive = clerkView({ phase: linkup, callRefusal: linkup.issuingRefusal })
const servingAfterFive = viewWith(serving, { phase: linkup, callRefusal: linkup.issuingRefusal })

/** Which of F1–F8 may be pressed: a dot for a grey one. */
function lit(view: ClerkView): string {
  const actions = keyActions(view)
  const foreseenNow = foresee(view, viewAt, session)
  return functionKeys.map((key) => (foreseenNow[actions[key]] === null ? key.slice(1) : '.')).join('')
}

function sentence(view: ClerkView, action: DeskAction, who: SessionView = session): string {
  return foresee(view, viewAt, who)[action]?.sentence ?? ''
}

describe('which keys may be pressed', () => {
  test.each<[string, ClerkView, string]>([
    ['empty window, somebody waits: call, pause', clerkView(), '1......8'],
    ['empty window, nobody waits: pause', nobodyWaits, '.......8'],
    ['empty window with a number on hold: call, resume it, pause', clerkView({ held }), '1....6.8'],
    ['called a moment ago: start, hold, transfer', justCalled, '..3..67.'],
    ['called twenty seconds ago: also recall', viewWith(called), '.23..67.'],
    ['called three times: also miss', calledThrice, '.23.567.'],
    ['serving: call asks first; finish, hold, transfer', viewWith(serving), '1..4.67.'],
    ['serving with a number on hold: no second hold', viewWith(serving, { held }), '1..4..7.'],
    ['serving the last one: finish, hold, transfer', viewWith(serving, { waitingCount: 0 }), '...4.67.'],
    ['paused: resume the window', paused, '.......8'],
    ['closed: open the window', closed, '.......8'],
    ['somebody else is on duty: nothing', elsewhere, '........'],
    ['link-up hour, empty: pause', afterFive, '.......8'],
    ['link-up hour, serving: it runs to its end', servingAfterFive, '...4.67.'],
  ])('%s', (_, view, keys) => {
    expect(lit(view)).toBe(keys)
  })

  test('F6 resumes where nobody is at the window, and holds where somebody is', () => {
    expect(keyActions(clerkView({ held })).F6).toBe('resume')
    expect(keyActions(viewWith(serving, { held })).F6).toBe('hold')
  })

  test('F8 pauses an open window, resumes a paused one, opens a closed one', () => {
    expect([clerkView(), paused, closed].map((view) => keyActions(view).F8)).toEqual([
      'pause',
      'resume-window',
      'open-window',
    ])
  })
})

describe('why a key is grey', () => {
  test('a call outside the public hours cites the regulation', () => {
    const why = foresee(afterFive, viewAt, session)['call-next']
    expect(why?.sentence).toContain('17 点后')
    expect(why?.clause).toBe('篇5.7')
  })

  test('a recall names the seconds left, counted from the last call', () => {
    expect(recallSecondsLeft(justCalled, viewAt)).toBe(6)
    expect(recallSecondsLeft(justCalled, viewAt + 6_000)).toBe(0)
    expect(sentence(justCalled, 'recall')).toBe(refusalSentence('recall-too-soon', { seconds: 6 }))
  })

  test('passing over says how often the number was called', () => {
    expect(sentence(viewWith({ ...called, callCount: 2 }), 'miss')).toBe('叫满 3 次未到才能过号，已叫 2 次。')
  })

  test('a call to a second person says what to do with the first', () => {
    expect(sentence(viewWith(called), 'call-next')).toContain('F3')
  })

  test.each<DeskAction>(['pause', 'close-window', 'sign-out'])('%s is refused while somebody is served', (action) => {
    expect(sentence(viewWith(serving), action)).toBe('A012 还在本窗口，请先办结或处理。')
  })

  test.each<DeskAction>(['close-window', 'sign-out'])('%s is refused with a number on hold', (action) => {
    expect(sentence(clerkView({ held }), action)).toContain('B009')
  })

  test('a pause is allowed with a number on hold', () => {
    expect(sentence(clerkView({ held }), 'pause')).toBe('')
  })

  test('one may sign out from a closed window', () => {
    expect(sentence(closed, 'sign-out')).toBe('')
  })

  test('a third transfer is for a supervisor', () => {
    const view = viewWith(ticketCard({ ...serving, transferCount: 2 }))
    expect(sentence(view, 'transfer')).toContain('值班主任')
    expect(sentence(view, 'transfer', { ...session, role: 'supervisor' })).toBe('')
  })

  test('a number in front of the clerk is cancelled only before its service', () => {
    expect(sentence(viewWith(called), 'cancel')).toBe('')
    expect(sentence(viewWith(serving), 'cancel')).toContain('正在办理')
  })
})
