import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { vi } from 'vitest'
import type { StaffRole } from '../../../shared/vocabulary/staff.ts'
import { sessionOf } from './console-fixtures.ts'
import { installPaperHub, openPaperHub, type PaperHub } from './paper-hub.ts'

configure({ asyncUtilTimeout: 10_000 })

// antd asks both of a browser; jsdom has neither.
vi.stubGlobal('matchMedia', () => ({ matches: false, addListener: () => {}, removeListener: () => {} }))
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
)
installPaperHub()

const { ConsoleApp } = await import('../../../renderer/console/console-app.tsx')
const { AntdTheme } = await import('../../../renderer/common/antd-theme.tsx')

/** The whole console, with the hub in the test's hands. */
export function showConsole(changes: Partial<PaperHub> = {}): PaperHub {
  const hub = openPaperHub(changes)
  render(
    <AntdTheme>
      <ConsoleApp />
    </AntdTheme>,
  )
  return hub
}

/** The console with somebody signed in, on one of its pages. */
export async function openConsolePage(
  role: StaffRole,
  page: string,
  changes: Partial<PaperHub> = {},
): Promise<PaperHub> {
  location.hash = page
  const hub = showConsole({ session: sessionOf(role), ...changes })
  await screen.findByRole('navigation')
  return hub
}

export const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

/** The open dialog or drawer, and what is done in it. */
export async function openDialog(button: string | RegExp) {
  fireEvent.click(await screen.findByRole('button', { name: button }))
  return inDialog(await screen.findByRole('dialog'))
}

export function inDialog(dialog: HTMLElement) {
  const within_ = within(dialog)
  return {
    ...within_,
    fill: (label: string | RegExp, value: string, place = 0) =>
      fireEvent.change(within_.getAllByLabelText(label)[place]!, { target: { value } }),
    choose: (label: string) => fireEvent.click(within_.getByRole('radio', { name: label })),
    press: (name: string | RegExp) => fireEvent.click(within_.getByRole('button', { name })),
    value: (label: string | RegExp) => within_.getByLabelText<HTMLInputElement>(label).value,
  }
}

/** Chooses an option of a select by its text. */
export async function select(field: HTMLElement, option: string | RegExp): Promise<void> {
  fireEvent.mouseDown(field)
  const options = await waitFor(() => {
    const found = [...document.querySelectorAll<HTMLElement>('.ant-select-item-option')].filter((one) =>
      typeof option === 'string' ? one.textContent === option : option.test(one.textContent ?? ''),
    )
    if (found.length === 0) throw new Error(`expected an option ${option}`)
    return found
  })
  fireEvent.click(options.at(-1)!)
}

/** The one command that has reached the hub, once it has. */
export async function onlyCommand(hub: PaperHub): Promise<{ type: string; body: unknown }> {
  await waitFor(() => {
    if (hub.commands.length === 0) throw new Error('expected a command')
  })
  if (hub.commands.length > 1) throw new Error(`expected one command, got ${JSON.stringify(hub.commands)}`)
  return hub.commands[0]!
}

/** After each test: an empty page. */
export function clearPage(): void {
  cleanup()
  document.body.replaceChildren()
  sessionStorage.clear()
  location.hash = ''
}
