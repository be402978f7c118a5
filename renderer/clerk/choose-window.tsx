import { Button, Input } from 'antd'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { DisplayView, SessionView } from '../../shared/contract/view.ts'
import type { ScreenState, Watch } from '../common/hub-link.ts'
import { clerkText } from '../common/text/clerk.ts'
import { common } from '../common/text/common.ts'
import { answerSentence } from './answer.ts'
import { HandoverBar } from './day/handover-bar.tsx'
import type { DeskCalls } from './desk-calls.ts'
import { lastWindow } from './last-window.ts'

interface ChooseWindowProps {
  session: SessionView
  calls: DeskCalls
  /** The display's view names all windows of the hall and how they are. */
  watchHall: () => Watch<'display'>
  /** Why one is here instead of at a window; empty after signing in. */
  sentence: string
  onOpened: (windowNumber: number) => void
  onSignOut: () => void
}

/** After signing in: which of the windows one is assigned to is opened. */
export function ChooseWindow(props: ChooseWindowProps) {
  const { session, sentence, onSignOut } = props
  const hall = useHall(props.watchHall)
  const phase = hall?.view?.phase ?? null
  const { open, refused, opening } = useOpening(props.calls, props.onOpened)
  // Names and queues come a moment later and move the list: what is pressed meanwhile would be lost, or be another window.
  const isWhole = (hall?.view ?? null) !== null || hall?.link === 'refused'
  const windows = isWhole ? windowChoices(session, hall?.view ?? null) : []
  const last = lastWindow.read()
  const preferred = windows.some((one) => one.windowNumber === last) ? last : (windows[0]?.windowNumber ?? null)
  const words = clerkText.chooseWindow
  return (
    <main className="sign-in">
      <section className="sign-in-card">
        <p className="sign-in-hall">{session.name}</p>
        <h1 className="sign-in-title">{words.title}</h1>
        {phase !== null && <HandoverBar version={phase.phaseStartsAt} />}
        {sentence !== '' && <p className="sign-in-sentence">{sentence}</p>}
        {refused !== '' && (
          <p className="sign-in-sentence is-refused" role="alert">
            {refused}
          </p>
        )}
        <ul className="window-choices">
          {windows.map((one) => (
            <li key={one.windowNumber}>
              <WindowChoice
                choice={one}
                isPreferred={one.windowNumber === preferred}
                isLast={one.windowNumber === last}
                isOpening={opening === one.windowNumber}
                onOpen={() => void open(one.windowNumber)}
              />
            </li>
          ))}
        </ul>
        {windows.length === 0 && hall?.link !== 'refused' && (
          <p>{hall?.view ? words.none : clerkText.top.connecting}</p>
        )}
        {windows.length === 0 && hall?.link === 'refused' && <WindowNumberField onOpen={(one) => void open(one)} />}
        <p className="sign-in-remark">{words.remark}</p>
        <Button onClick={onSignOut}>{clerkText.actions['sign-out']}</Button>
      </section>
    </main>
  )
}

interface Choice {
  windowNumber: number
  name: string
  queueNames: readonly string[]
  isTaken: boolean
}

/** Those the person is assigned to, one's own first; all of the hall for somebody without an assignment. */
export function windowChoices(session: SessionView, hall: DisplayView | null): Choice[] {
  const known = new Map(hall?.windows.map((one) => [one.windowNumber, one]))
  const assigned = session.windowNumbers.length > 0 ? session.windowNumbers : [...known.keys()]
  return assigned.map((windowNumber) => {
    const shown = known.get(windowNumber)
    return {
      windowNumber,
      name: shown?.name ?? '',
      queueNames: shown?.queueNames ?? [],
      isTaken: shown !== undefined && shown.status !== 'closed' && session.onDutyAt !== windowNumber,
    }
  })
}

interface WindowChoiceProps {
  choice: Choice
  isPreferred: boolean
  isLast: boolean
  isOpening: boolean
  onOpen: () => void
}

function WindowChoice({ choice, isPreferred, isLast, isOpening, onOpen }: WindowChoiceProps) {
  const words = clerkText.chooseWindow
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isPreferred) button.current?.focus()
  }, [isPreferred])
  return (
    <button ref={button} type="button" className="window-choice" onClick={onOpen}>
      <b>{common.windowName(choice.windowNumber)}</b>
      <span>{choice.name}</span>
      <small>
        {isOpening && words.opening}
        {!isOpening && choice.isTaken && words.taken}
        {!isOpening && !choice.isTaken && isLast && words.lastTime}
      </small>
      {choice.queueNames.length > 0 && <small>{words.serves(choice.queueNames)}</small>}
    </button>
  )
}

/** For somebody who may open every window on a machine that may not see them all. */
function WindowNumberField({ onOpen }: { onOpen: (windowNumber: number) => void }) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const press = (pressed: FormEvent) => {
    pressed.preventDefault()
    if (typed !== '') onOpen(Number(typed))
  }
  return (
    <form className="window-number" onSubmit={press}>
      <label htmlFor={id}>{clerkText.chooseWindow.number}</label>
      <Input
        id={id}
        inputMode="numeric"
        maxLength={2}
        value={typed}
        onChange={(change) => setTyped(change.target.value.replace(/\D|^0/g, ''))}
      />
      <Button type="primary" htmlType="submit">
        {clerkText.actions['open-window']}
      </Button>
    </form>
  )
}

function useHall(watchHall: () => Watch<'display'>): ScreenState<'display'> | null {
  const [state, setState] = useState<ScreenState<'display'> | null>(null)
  useEffect(() => {
    const watch = watchHall()
    const stop = watch.store.subscribe((heard) => {
      setState(heard)
      // A machine that is paired as a clerk's may not see the display's view; asking again would not change it.
      if (heard.link === 'refused') watch.end()
    })
    setState(watch.store.getState())
    return () => {
      stop()
      watch.end()
    }
  }, [watchHall])
  return state
}

/** One window is opened at a time; a refusal names who is there. */
function useOpening(calls: DeskCalls, onOpened: (windowNumber: number) => void) {
  const [refused, setRefused] = useState('')
  const [opening, setOpening] = useState<number | null>(null)
  const underWay = useRef(false)
  const open = async (windowNumber: number) => {
    if (underWay.current) return
    underWay.current = true
    setOpening(windowNumber)
    setRefused('')
    const outcome = await calls.send({ type: 'OpenServiceWindow', body: { windowNumber } })
    underWay.current = false
    setOpening(null)
    if (outcome.kind !== 'done') return setRefused(answerSentence('open-window', outcome))
    lastWindow.keep(windowNumber)
    onOpened(windowNumber)
  }
  return { open, refused, opening }
}
