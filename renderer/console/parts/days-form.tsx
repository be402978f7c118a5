import { Alert, Button, Input, Space } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { hallDate } from '../../../shared/vocabulary/hall-date.ts'
import { consoleText } from '../../common/text/console.ts'
import { consolePromise } from '../../common/text/console-promise.ts'

const words = consolePromise.days

/** Days as the hall counts them, first and last included. */
export interface Days {
  from: string
  to: string
}

interface DaysFormProps {
  days: Days
  onChoose: (days: Days) => void
  /** The same days pressed once more: ask again. */
  onAgain: () => void
}

/** From which day to which day something is looked at. */
export function DaysForm({ days, onChoose, onAgain }: DaysFormProps) {
  const [from, setFrom] = useState(days.from)
  const [to, setTo] = useState(days.to)
  const [problem, setProblem] = useState('')
  const id = useId()
  const press = (pressed: FormEvent) => {
    pressed.preventDefault()
    const [first, last] = [from, to].map((typed) => hallDate.safeParse(typed.trim()))
    const found = !first?.success || !last?.success ? consoleText.dayChoice.dayProblem : ''
    const backwards = first?.success && last?.success && first.data > last.data ? words.backwards : ''
    setProblem(found || backwards)
    if (!first?.success || !last?.success || backwards !== '') return
    if (first.data === days.from && last.data === days.to) onAgain()
    else onChoose({ from: first.data, to: last.data })
  }
  return (
    <form className="page-actions" onSubmit={press}>
      <label htmlFor={`${id}-from`}>{words.from}</label>
      <Input id={`${id}-from`} className="day-input" value={from} maxLength={10} onChange={typedInto(setFrom)} />
      <label htmlFor={`${id}-to`}>{words.to}</label>
      <Space.Compact>
        <Input id={`${id}-to`} className="day-input" value={to} maxLength={10} onChange={typedInto(setTo)} />
        <Button htmlType="submit">{words.show}</Button>
      </Space.Compact>
      {problem !== '' && <Alert type="error" showIcon title={problem} />}
    </form>
  )
}

function typedInto(set: (typed: string) => void) {
  return (change: { target: { value: string } }) => set(change.target.value)
}
