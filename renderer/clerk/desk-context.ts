import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Desk, DeskState } from './desk.ts'

const DeskContext = createContext<Desk | null>(null)

/** Gives the desk to every part of its screen. */
export const DeskProvider = DeskContext.Provider

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('a part of the desk was drawn outside of it')
  return desk
}

/** What is pressed, asked, under way and answered at the desk. */
export function useDeskState(): DeskState {
  return useStore(useDesk().store)
}
