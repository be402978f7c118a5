import { Alert, Button, Space } from 'antd'
import { useState } from 'react'
import type { Foreseen } from '../../../shared/contract/view.ts'

interface ActionBarProps<Action extends string> {
  actions: readonly Action[]
  names: Readonly<Record<Action, string>>
  /** Why an action would be refused now; one that is not here can be done. */
  refusals: Readonly<Partial<Record<Action, Foreseen>>>
  size: 'small' | 'middle'
  onAction: (action: Action) => void
}

/** What can be done is lit; the rest is grey and says why when pressed. */
export function ActionBar<Action extends string>(props: ActionBarProps<Action>) {
  const { actions, names, refusals, size, onAction } = props
  const [refused, setRefused] = useState<Action | null>(null)
  const why = refused === null ? undefined : refusals[refused]
  const press = (action: Action) => {
    const mayAct = refusals[action] === undefined
    setRefused(mayAct ? null : action)
    if (mayAct) onAction(action)
  }
  return (
    <>
      <Space wrap size={[6, 6]}>
        {actions.map((action) => {
          const refusal = refusals[action]
          return (
            <Button
              key={action}
              size={size}
              type={refusal === undefined ? 'primary' : 'default'}
              className={refusal === undefined ? '' : 'action-off'}
              aria-disabled={refusal !== undefined}
              title={refusal?.sentence ?? ''}
              onClick={() => press(action)}
            >
              {names[action]}
            </Button>
          )
        })}
      </Space>
      {why !== undefined && (
        <Alert
          className="form-answer"
          type="warning"
          showIcon
          title={why.sentence}
          description={why.clause || undefined}
        />
      )}
    </>
  )
}
