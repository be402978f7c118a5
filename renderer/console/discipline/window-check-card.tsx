import { Button, Input } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import type { PatrolsView } from '../../../shared/contract/day-view.ts'
import {
  conductItem,
  type PatrolCheck,
  postState,
  prohibition,
  type WindowCheck,
} from '../../../shared/vocabulary/patrol.ts'
import { OutcomeAlert } from '../../common/form/outcome-alert.tsx'
import type { Pressed } from '../../common/form/pressed.ts'
import { freshCommandId, send } from '../../common/hub-link.ts'
import { consoleDiscipline } from '../../common/text/console-discipline.ts'
import { violationText } from '../../common/text/violation.ts'
import { StaffChoice } from './staff-choice.tsx'

const words = consoleDiscipline.patrol

interface WindowCheckCardProps {
  patrolId: number
  serviceWindow: PatrolsView['windows'][number]
  /** What this round said of it already. */
  before: PatrolCheck | null
  names: Readonly<Record<string, string>>
  onChecked: (check: WindowCheck, staffId: string | null) => void
}

/** One window: in order with one tap, or what is not, by large toggles. */
export function WindowCheckCard(props: WindowCheckCardProps) {
  const { patrolId, serviceWindow, before, names, onChecked } = props
  const { windowNumber, name, isOnLeave } = serviceWindow
  const untouched = { windowNumber, post: 'on-post', excuse: '', wrongItems: [], prohibitions: [], note: '' } as const
  const inCharge = before?.staffId ?? serviceWindow.staffId
  const [check, setCheck] = useState<WindowCheck>(() =>
    before === null ? { ...untouched, wrongItems: [], prohibitions: [] } : checkIn(before),
  )
  const [staffId, setStaffId] = useState(inCharge)
  const { press, pressed, isPressing } = useCheck(patrolId, serviceWindow.staffId, onChecked)
  const change = (changes: Partial<WindowCheck>) => setCheck({ ...check, ...changes })
  return (
    <article className="patrol-card" aria-label={violationText.windowName(windowNumber)}>
      <header>
        <h3>{`${violationText.windowName(windowNumber)} ${name}`}</h3>
        <span className="patrol-person">{inCharge === null ? words.nobody : (names[inCharge] ?? '')}</span>
        {isOnLeave && <span className="patrol-leave">{words.onLeave}</span>}
      </header>
      <Button
        type="primary"
        className="patrol-big"
        loading={isPressing}
        onClick={() => void press({ ...untouched, wrongItems: [], prohibitions: [] }, inCharge)}
      >
        {words.allRight}
      </Button>
      <Toggles title={words.post}>
        {postState.options.map((one) => (
          <Toggle key={one} isOn={check.post === one} onPress={() => change({ post: one })}>
            {violationText.post[one]}
          </Toggle>
        ))}
      </Toggles>
      {check.post === 'excused' && (
        <Field label={words.excuse} value={check.excuse} max={60} onType={(excuse) => change({ excuse })} />
      )}
      <Toggles title={words.items}>
        {conductItem.options.map((one) => (
          <Toggle
            key={one}
            isWrong
            isOn={check.wrongItems.includes(one)}
            onPress={() => change({ wrongItems: toggled(check.wrongItems, one) })}
          >
            {violationText.item[one]}
          </Toggle>
        ))}
      </Toggles>
      <Toggles title={words.prohibitions}>
        {prohibition.options.map((one) => (
          <Toggle
            key={one}
            isWrong
            isOn={check.prohibitions.includes(one)}
            onPress={() => change({ prohibitions: toggled(check.prohibitions, one) })}
          >
            {violationText.prohibition[one]}
          </Toggle>
        ))}
      </Toggles>
      <StaffChoice label={words.person} value={staffId} onChoose={setStaffId} />
      <Field label={words.factsNote} value={check.note} max={200} onType={(note) => change({ note })} />
      <OutcomeAlert pressed={pressed} />
      <Button className="patrol-big" loading={isPressing} onClick={() => void press(check, staffId)}>
        {words.noteDown}
      </Button>
    </article>
  )
}

/** Sends one check; a person is named only where it is another than the one in charge. */
function useCheck(patrolId: number, inCharge: string | null, onChecked: WindowCheckCardProps['onChecked']) {
  const [pressed, setPressed] = useState<Pressed | null>(null)
  const [isPressing, setPressing] = useState(false)
  const press = async (check: WindowCheck, staffId: string | null) => {
    setPressing(true)
    const named = staffId === null || staffId === inCharge ? {} : { staffId }
    const answer = await send('CheckWindow', { patrolId, check, ...named }, freshCommandId())
    setPressing(false)
    setPressed(answer)
    if (answer.kind === 'done') onChecked(check, staffId)
  }
  return { press, pressed, isPressing }
}

function checkIn({ windowNumber, post, excuse, wrongItems, prohibitions, note }: PatrolCheck): WindowCheck {
  return { windowNumber, post, excuse, wrongItems, prohibitions, note }
}

function toggled<T>(all: readonly T[], one: T): T[] {
  return all.includes(one) ? all.filter((other) => other !== one) : [...all, one]
}

function Toggles({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="patrol-toggles">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

interface ToggleProps {
  isOn: boolean
  isWrong?: boolean
  onPress: () => void
  children: string
}

function Toggle({ isOn, isWrong = false, onPress, children }: ToggleProps) {
  return (
    <button
      type="button"
      className={isWrong ? 'patrol-toggle is-wrong' : 'patrol-toggle'}
      aria-pressed={isOn}
      onClick={onPress}
    >
      {children}
    </button>
  )
}

interface FieldProps {
  label: string
  value: string
  max: number
  onType: (typed: string) => void
}

function Field({ label, value, max, onType }: FieldProps) {
  const id = useId()
  return (
    <p className="patrol-field">
      <label htmlFor={id}>{label}</label>
      <Input id={id} size="large" value={value} maxLength={max} onChange={(change) => onType(change.target.value)} />
    </p>
  )
}
