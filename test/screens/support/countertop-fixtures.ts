import type { CountertopView } from '../../../shared/contract/view.ts'
import { beijing, displayView, openPhase } from './display-fixtures.ts'

export const countertopAt = beijing('09:40:00')

/** Window 3, open, nobody there. */
export function countertopView(change: Partial<CountertopView> = {}): CountertopView {
  return {
    hall: displayView.hall,
    isDemo: false,
    phase: openPhase,
    serviceWindow: { windowNumber: 3, name: '户籍身份', status: 'open', isOnDuty: false },
    promises: [],
    current: null,
    filing: null,
    signing: null,
    ...change,
  }
}

export const served: NonNullable<CountertopView['current']> = {
  number: 'C017',
  isServing: true,
  itemName: '居住证申领',
  promisedLimit: { amount: 15, unit: 'workday', basis: '' },
}

export const accepted: NonNullable<CountertopView['filing']> = {
  number: 'BJ-2026-000003',
  itemName: '居住证申领',
  status: 'accepted',
  light: 'yellow',
  noticeDueDay: '2026-11-27',
  correctionDueDay: null,
  promisedLimit: { amount: 15, unit: 'workday', basis: '' },
  promisedDue: { day: '2026-12-03', at: beijing('17:00:00'), warnAt: 0, isProvisional: false },
}

export const signing: NonNullable<CountertopView['signing']> = {
  requestId: 'request-1',
  paper: 'handling-slip',
  partyMask: '张**',
  lines: [{ materialCode: 'M01', name: '居民身份证', form: 'original', copies: 1, state: 'in-hand', problem: '' }],
  decision: 'granted',
  resultName: '居住证',
  isSigned: false,
}
