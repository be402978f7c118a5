import { Alert, Button, Input, Space } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { hallMonth } from '../../../shared/vocabulary/month-review.ts'
import { consoleText } from '../../common/text/console.ts'

const words = consoleText.monthChoice

interface MonthChoiceProps {
  /** Such as `2026-05`. */
  month: string
  onChoose: (month: string) => void
}

/** Which month is looked at: typed, or the one before or after. */
export function MonthChoice({ month, onChoose }: MonthChoiceProps) {
  const [typed, setTyped] = useState(month)
  const [isWrong, setWrong] = useState(false)
  const id = useId()
  const press = (pressed: FormEvent) => {
    pressed.preventDefault()
    const isMonth = hallMonth.safeParse(typed.trim()).success
    setWrong(!isMonth)
    if (isMonth) onChoose(typed.trim())
  }
  return (
    <form className="page-actions" onSubmit={press}>
      <label htmlFor={id}>{words.month}</label>
      <Button onClick={() => onChoose(monthAfter(month, -1))}>{words.previousMonth}</Button>
      <Space.Compact>
        <Input
          id={id}
          className="day-input"
          value={typed}
          maxLength={7}
          onChange={(change) => setTyped(change.target.value)}
        />
        <Button htmlType="submit">{words.show}</Button>
      </Space.Compact>
      <Button onClick={() => onChoose(monthAfter(month, 1))}>{words.nextMonth}</Button>
      {isWrong && <Alert type="error" showIcon title={words.monthProblem} />}
    </form>
  )
}

function monthAfter(month: string, months: number): string {
  const [year, at] = month.split('-').map(Number)
  return new Date(Date.UTC(year!, at! - 1 + months, 1)).toISOString().slice(0, 7)
}

/** First and last day of a month, as lists of days are asked for. */
export function daysOf(month: string): { from: string; to: string } {
  const [year, at] = month.split('-').map(Number)
  return { from: `${month}-01`, to: new Date(Date.UTC(year!, at!, 0)).toISOString().slice(0, 10) }
}
