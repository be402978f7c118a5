import type { DisplayView, PhaseKind } from '../../shared/contract/view.ts'
import { common } from '../common/text/common.ts'
import { display } from '../common/text/display.ts'

export type WindowCard = DisplayView['windows'][number]

export interface WindowState {
  /** Also the style of its cell; the word says the same without colour. */
  kind: 'called' | 'serving' | 'idle' | 'paused' | 'closed' | 'linkup'
  word: string
  /** The number called to or served there; empty when none. */
  number: string
  /** Why it is paused; empty when that is nobody's business. */
  reason: string
}

/**
 * What a citizen in front of a window is told. A number at the window goes before everything else: who is
 * being served past closing is still being served. In the link-up hour a window that is not on duty is
 * neither paused nor shut, its clerk works with the home unit (篇5.7).
 */
export function windowState(card: WindowCard, phase: PhaseKind): WindowState {
  const { status, pauseReason, number, isServing, isOnDuty } = card
  const state = (kind: WindowState['kind'], more: Partial<WindowState> = {}): WindowState => ({
    kind,
    word: display.windowState[kind],
    number: '',
    reason: '',
    ...more,
  })
  if (number !== null) return state(isServing ? 'serving' : 'called', { number })
  if (phase === 'linkup' && !isOnDuty) return state('linkup')
  if (status === 'closed') return state('closed')
  // Nobody is made welcome at lunch at a window that may not call him.
  if (status === 'open' && phase !== 'open' && !isOnDuty) return state('closed', { word: common.phase[phase] })
  if (status === 'open') return state('idle')
  if (pauseReason === '11') return state('linkup')
  return state('paused', { reason: pauseReason === null ? '' : display.pauseReason[pauseReason] })
}
