import { Form, Input } from 'antd'
import type { PatrolRoundView } from '../../../shared/contract/day-view.ts'
import { environmentItem } from '../../../shared/vocabulary/patrol.ts'
import { LinesField } from '../../common/form/fields.tsx'
import { CommandForm, type Typed } from '../../common/form/hub-form.tsx'
import { consoleDiscipline } from '../../common/text/console-discipline.ts'
import { violationText } from '../../common/text/violation.ts'

const words = consoleDiscipline.patrol

interface FinishPatrolProps {
  round: PatrolRoundView
  onFinished: () => void
}

/** 结束巡查, with what is out of order in the hall; what stays empty is in order. */
export function FinishPatrol({ round, onFinished }: FinishPatrolProps) {
  const { patrolId, unchecked } = round
  return (
    <article className="patrol-card">
      <h3>{unchecked.length === 0 ? words.allChecked : words.leftWindows(unchecked)}</h3>
      <CommandForm
        type="FinishPatrol"
        initial={{ patrolId, note: '' }}
        bodyOf={({ faults, ...typed }) => ({ ...typed, environment: faultsIn(faults as Typed | undefined) })}
        submitText={words.finish}
        onDone={onFinished}
      >
        <h4>{words.environment}</h4>
        <div className="patrol-environment">
          {environmentItem.options.map((one) => (
            <Form.Item key={one} name={['faults', one]} label={violationText.environmentItem[one]}>
              <Input placeholder={words.environmentRight} maxLength={100} />
            </Form.Item>
          ))}
        </div>
        <LinesField
          name={['note']}
          label={words.note}
          rows={2}
          remark={unchecked.length === 0 ? undefined : words.leftRemark}
        />
      </CommandForm>
    </article>
  )
}

function faultsIn(faults: Typed = {}): { item: string; note: string }[] {
  return environmentItem.options
    .map((item) => ({ item, note: String(faults[item] ?? '').trim() }))
    .filter(({ note }) => note !== '')
}
