import { Alert } from 'antd'
import { common } from '../text/common.ts'
import { consoleText } from '../text/console.ts'
import type { Pressed } from './pressed.ts'

/** Why a press was not done; nothing for one that was. */
export function OutcomeAlert({ pressed }: { pressed: Pressed | null }) {
  if (pressed === null || pressed.kind === 'done') return null
  if (pressed.kind === 'unreachable') return <Alert type="warning" showIcon title={common.unreachable} />
  if (pressed.kind === 'fault') return <Alert type="error" showIcon title={common.fault(pressed.incident)} />
  return (
    <Alert
      type="error"
      showIcon
      title={pressed.sentence}
      description={pressed.clause === '' ? undefined : consoleText.clause(pressed.clause)}
    />
  )
}
