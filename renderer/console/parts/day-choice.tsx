import { Alert, Button, Input, Space } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { hallDate } from '../../../shared/vocabulary/hall-date.ts'
import { consoleText } from '../../common/text/console.ts'

const words = consoleText.dayChoice
const dayMs = 86_400_000

/** So many days later, earlier when negative. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

interface DayChoiceProps {
  day: string
  onChoose: (day: string) => void
  onAgain: () => void
}

/** Which day is looked at: typed, or the one before or after. */
export function DayChoice({ day, onChoose, onAgain }: DayChoiceProps) {
  const [typed, setTyped] = useState(day)
  const [problem, setProblem] = useState('')
  const id = useId()
  const press = (pressed: FormEvent) => {
    pressed.preventDefault()
    const parsed = hallDate.safeParse(typed.trim())
    setProblem(parsed.success ? '' : words.dayProblem)
    if (!parsed.success) return
    if (parsed.data === day) onAgain()
    else onChoose(parsed.data)
  }
  return (
    <form className="page-actions" onSubmit={press}>
      <label htmlFor={id}>{words.day}</label>
      <Button onClick={() => onChoose(dayAfter(day, -1))}>{words.previousDay}</Button>
      <Space.Compact>
        <Input id={id} value={typed} maxLength={10} onChange={(change) => setTyped(change.target.value)} />
        <Button htmlType="submit">{words.show}</Button>
      </Space.Compact>
      <Button onClick={() => onChoose(dayAfter(day, 1))}>{words.nextDay}</Button>
      {problem !== '' && <Alert type="error" showIcon title={problem} />}
    </form>
  )
}
