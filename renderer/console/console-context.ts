import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { ConsoleView, SessionView } from '../../shared/contract/view.ts'
import type { ScreenState } from '../common/hub-link.ts'

/** What every page of the console stands on: who is signed in, and the live view. */
export interface ConsoleSurface {
  session: SessionView
  store: StoreApi<ScreenState<'console'>>
}

export const ConsoleContext = createContext<ConsoleSurface | null>(null)

function useSurface(): ConsoleSurface {
  const surface = useContext(ConsoleContext)
  if (surface === null) throw new Error('expected: a page stands inside the console frame')
  return surface
}

export function useSession(): SessionView {
  return useSurface().session
}

/** A part of the live view; pages are shown only once there is one. */
export function useConsoleView<T>(select: (view: ConsoleView) => T): T {
  return useStore(useSurface().store, (state) => select(state.view!))
}

/** The whole screen state, for clocks and the state of the link. */
export function useConsoleState(): ScreenState<'console'> {
  return useStore(useSurface().store)
}
