import { Button, Space } from 'antd'
import { useState } from 'react'
import { OutcomeAlert } from '../common/form/outcome-alert.tsx'
import { isAnswer, type Pressed, pressedAtDoor } from '../common/form/pressed.ts'
import { hub } from '../common/hub-link.ts'
import { common } from '../common/text/common.ts'
import { consoleText } from '../common/text/console.ts'
import { clockSecondsText, dayText } from '../common/time-text.ts'
import { useHubNow } from '../common/use-view.ts'
import { useConsoleState } from './console-context.ts'

const words = consoleText.demo
type ClockMove = Parameters<typeof hub.demo.moveClock>[0]['to']
const moves = Object.keys(words.move) as ClockMove[]
const crowds = [5, 20]

/** Demo hall only: the clock that can be moved on, and people who arrive when they are wanted. */
export function DemoBar() {
  const now = useHubNow(useConsoleState())
  const [pressed, setPressed] = useState<Pressed | null>(null)
  const [sentence, setSentence] = useState('')
  const [isPressing, setPressing] = useState(false)

  const press = async (ask: () => Promise<Pressed>) => {
    setPressing(true)
    setSentence('')
    setPressed(await ask())
    setPressing(false)
  }
  const arrive = async (count: number): Promise<Pressed> => {
    try {
      const { taken, refused } = await hub.demo.arriveCitizens({ count })
      setSentence(words.arrived(taken, refused))
      return { kind: 'done', made: {} }
    } catch (problem) {
      return isAnswer(problem) ? { kind: 'fault', incident: problem.message } : { kind: 'unreachable' }
    }
  }
  return (
    <section className="demo-bar">
      <div className="demo-bar-line">
        <strong>{common.demoBanner}</strong>
        <span>{words.clock(dayText(now), clockSecondsText(now))}</span>
      </div>
      <Space wrap size="small">
        {moves.map((to) => (
          <Button
            key={to}
            size="small"
            disabled={isPressing}
            onClick={() => void press(() => pressedAtDoor(hub.demo.moveClock({ to })))}
          >
            {words.move[to]}
          </Button>
        ))}
        {crowds.map((count) => (
          <Button key={count} size="small" disabled={isPressing} onClick={() => void press(() => arrive(count))}>
            {words.arrive(count)}
          </Button>
        ))}
        <span aria-live="polite">{sentence}</span>
      </Space>
      {pressed !== null && pressed.kind !== 'done' && (
        <div className="form-answer">
          <OutcomeAlert pressed={pressed} />
        </div>
      )}
    </section>
  )
}
