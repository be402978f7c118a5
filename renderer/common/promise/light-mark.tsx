import { Tag } from 'antd'
import type { FilingRow, LightName, RemainingView } from '../../../shared/contract/promise-view.ts'
import { promiseText } from '../text/promise.ts'

const colours: Record<LightName, string> = {
  green: 'green',
  yellow: 'gold',
  orange: 'orange',
  red: 'red',
  grey: 'default',
}

/** A light by colour and by word: colours alone say nothing to one in twelve men. */
export function LightMark({ light }: { light: LightName }) {
  return <Tag color={colours[light]}>{promiseText.light[light]}</Tag>
}

/** 剩余 as people say it. */
export function remainingText({ workdays, minutes }: RemainingView): string {
  if (minutes !== null) return promiseText.leftMinutes(minutes)
  return workdays === null ? promiseText.noLeft : promiseText.leftDays(workdays)
}

const severity: LightName[] = ['red', 'orange', 'yellow', 'grey', 'green']

/** The worst first; within a light what is due first. */
export function byUrgency(one: FilingRow, other: FilingRow): number {
  const byLight = severity.indexOf(one.light) - severity.indexOf(other.light)
  const due = ({ promisedDue, statutoryDue }: FilingRow) =>
    promisedDue?.at ?? statutoryDue?.at ?? Number.MAX_SAFE_INTEGER
  return byLight === 0 ? due(one) - due(other) : byLight
}
