import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createStore } from 'zustand/vanilla'
import { watchCatalogue } from '../../../renderer/kiosk/catalogue.ts'
import { type FlowStore, runErrands, takeStep } from '../../../renderer/kiosk/errands.ts'
import { freshFlow, type KioskFlow, type Step } from '../../../renderer/kiosk/flow.ts'
import { KioskApp } from '../../../renderer/kiosk/kiosk-app.tsx'
import { kioskPrinter } from '../../../renderer/kiosk/kiosk-printer.ts'
import type { HallShell } from '../../../shared/contract/shell.ts'
import type { KioskView } from '../../../shared/contract/view.ts'
import { type FakeKioskHub, type FakeKioskWatch, fakeKioskHub, fakeKioskWatch, kioskView } from './kiosk-fixtures.ts'

export interface KioskOnScreen {
  hub: FakeKioskHub
  watch: FakeKioskWatch
  flow: FlowStore
  /** Steps of a keyboard, a card reader or a scanner. */
  step: (step: Step) => void
}

const endings: (() => void)[] = []

/** The whole kiosk on a page, with a hub of paper behind it. */
export async function showKiosk(
  view: KioskView | null = kioskView(),
  { hub = fakeKioskHub(), shell }: { hub?: FakeKioskHub; shell?: HallShell } = {},
): Promise<KioskOnScreen> {
  const watch = fakeKioskWatch(view)
  const flow: FlowStore = createStore<KioskFlow>(() => freshFlow)
  const catalogue = watchCatalogue(watch.store, hub.catalogue)
  const printer = () => {
    const settings = watch.store.getState().view?.printer
    return settings === undefined ? null : kioskPrinter(settings, hub, shell)
  }
  endings.push(runErrands({ flow, hub, printer }), catalogue.end)
  render(<KioskApp watch={watch} flow={flow} catalogue={catalogue.store} hasPrinter={() => printer() !== null} />)
  await settle()
  return { hub, watch, flow, step: (step) => act(() => takeStep(flow, step)) }
}

/** Lets everything that has already been answered reach the page. */
export async function settle(): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  })
}

export function endKiosks(): void {
  for (const end of endings.splice(0)) end()
  cleanup()
}

/** Presses the key with this name and waits for what comes of it. */
export async function press(name: string | RegExp): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name }))
  await settle()
}

export async function type(text: string): Promise<void> {
  for (const character of text) await press(character)
}

/** From home to the page where the ID number is typed. */
export async function goToIdentity(): Promise<void> {
  await press(/^户籍身份/)
  await press(/^居民身份证/)
  await press('取号')
  await press(/^本人办理/)
}

/** From home to the number, without an ID number. */
export async function takeNumber(): Promise<void> {
  await goToIdentity()
  await press('不填，直接取号')
  await press('确认取号')
}

/** All words on the page. */
export function words(): string {
  return document.body.textContent ?? ''
}
