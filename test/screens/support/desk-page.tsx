import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { vi } from 'vitest'
import { createDesk } from '../../../renderer/clerk/desk.ts'
import { DeskScreen } from '../../../renderer/clerk/desk-screen.tsx'
import { AntdTheme } from '../../../renderer/common/antd-theme.tsx'
import type { ClerkView, SessionView } from '../../../shared/contract/view.ts'
import type { Command } from '../../../shared/vocabulary/command.ts'
import { type FakeHub, type FakeWatch, fakeHub, fakeWatch, session } from './clerk-fixtures.ts'

/** A desk on the page, with the hub and the live view in the test's hands. */
export interface DeskPage {
  hub: FakeHub
  watch: FakeWatch
  left: { changedWindow: string[]; lostSession: string[]; signedOut: number }
  /** Presses and releases a key; what follows from it has happened when it returns. */
  press: (...keys: string[]) => Promise<void>
  /** A key that is held down: one press and its repeats, or the repeats of an earlier press. */
  holdDown: (key: string, which?: 'repeats only') => Promise<void>
  /** The hub pushes another view. */
  push: (view: ClerkView) => Promise<void>
  sent: () => Command[]
  /** Everything that can be read on the page. */
  text: () => string
}

/** Lets answers and views that are under way arrive. */
export async function settle(): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  })
}

/** Opens the desk of window 1 on a view. Time stands still until the test moves it. */
export async function openDesk(view: ClerkView, who: SessionView = session): Promise<DeskPage> {
  vi.useFakeTimers()
  const hub = fakeHub()
  const watch = fakeWatch(view)
  const left: DeskPage['left'] = { changedWindow: [], lostSession: [], signedOut: 0 }
  const desk = createDesk({
    calls: hub,
    watch,
    session: who,
    windowNumber: 1,
    onSessionLost: () => left.lostSession.push('answer'),
    onSignedOut: () => {
      left.signedOut += 1
    },
  })
  render(
    <AntdTheme>
      <DeskScreen
        desk={desk}
        onChangeWindow={(sentence) => left.changedWindow.push(sentence)}
        onSessionLost={(sentence) => left.lostSession.push(sentence)}
      />
    </AntdTheme>,
  )
  await settle()
  const keyDown = (key: string, repeat = false) => {
    const target = document.activeElement ?? document.body
    fireEvent.keyDown(target, { key, code: key, repeat })
  }
  return {
    hub,
    watch,
    left,
    press: async (...keys) => {
      for (const key of keys) {
        keyDown(key)
        await settle()
      }
    },
    holdDown: async (key, which) => {
      if (which === undefined) keyDown(key)
      for (let count = 0; count < 5; count++) keyDown(key, true)
      await settle()
    },
    push: async (pushed) => {
      act(() => watch.push(pushed))
      await settle()
    },
    sent: () => hub.sent,
    text: () => document.body.textContent ?? '',
  }
}

/** Clicks a button by its name and lets what follows happen. */
export async function click(name: string | RegExp): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name }))
  await settle()
}

/** The button of a function key. */
export function keyButton(functionKey: string): HTMLButtonElement {
  const shortcut = (button: HTMLElement) => button.getAttribute('aria-keyshortcuts')
  return screen.getAllByRole<HTMLButtonElement>('button').find((button) => shortcut(button) === functionKey)!
}

/** Types into a field by its label. */
export async function fill(label: string | RegExp, value: string): Promise<void> {
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
  await settle()
}

/** After each test: an empty page and real time. */
export function clearPage(): void {
  cleanup()
  vi.useRealTimers()
  sessionStorage.clear()
  localStorage.clear()
}
