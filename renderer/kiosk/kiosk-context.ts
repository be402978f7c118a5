import { createContext, useContext } from 'react'
import type { Catalogue } from '../../shared/contract/contract.ts'
import type { KioskView } from '../../shared/contract/view.ts'
import type { KioskText } from '../common/text/kiosk.ts'
import type { KioskFlow, Step } from './flow.ts'

/** What every page of the kiosk sees and may do. */
export interface KioskScreen {
  view: KioskView
  /** Null until the hub has sent it once. */
  catalogue: Catalogue | null
  flow: KioskFlow
  text: KioskText
  /** Whether this kiosk can put a ticket on paper at all. */
  hasPrinter: boolean
  /** The hub's time, epoch ms, of the last second. */
  now: number
  press: (step: Step) => void
  freshCommandId: () => string
}

export const KioskContext = createContext<KioskScreen | null>(null)

export function useKiosk(): KioskScreen {
  const kiosk = useContext(KioskContext)
  if (kiosk === null) throw new Error('a page of the kiosk stands outside of the kiosk')
  return kiosk
}
