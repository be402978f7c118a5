import { Button, Input, type InputRef } from 'antd'
import { type FormEvent, type RefObject, useCallback, useEffect, useId, useRef, useState } from 'react'
import type { SessionView } from '../../shared/contract/view.ts'
import { staffNumber as staffNumberShape } from '../../shared/vocabulary/staff.ts'
import { hub, sessionToken } from './hub-link.ts'
import './sign-in.css'
import { common } from './text/common.ts'
import { signInText } from './text/sign-in.ts'

/** What the hub says to a screen that has just come up. */
export type Welcome = Awaited<ReturnType<typeof hub.door.welcome>>
/** What the hub says to a staff number with its password. */
export type SignInAnswer = Awaited<ReturnType<typeof hub.door.signIn>>

/** The two questions at the hub's door; a test asks a door of its own. */
export interface DoorCalls {
  welcome: () => Promise<Welcome>
  signIn: (who: { staffNumber: string; password: string }) => Promise<SignInAnswer>
}

export const hubDoor: DoorCalls = {
  welcome: () => hub.door.welcome({}),
  signIn: (who) => hub.door.signIn(who),
}

const welcomeRetryMs = 1_500

/**
 * Asks the hub who this screen is, again and again until it answers, and drops a session token
 * that the hub no longer knows. `ask` asks anew, as after signing out.
 */
export function useWelcome(door: DoorCalls = hubDoor) {
  const [welcome, setWelcome] = useState<Welcome | null>(null)
  const [isUnreachable, setUnreachable] = useState(false)
  const asking = useRef({ turn: 0 })

  const ask = useCallback(() => {
    asking.current.turn += 1
    const { turn } = asking.current
    const attempt = async () => {
      try {
        const answer = await door.welcome()
        if (turn !== asking.current.turn) return
        if (answer.session === null) sessionToken.drop()
        setUnreachable(false)
        setWelcome(answer)
      } catch {
        if (turn !== asking.current.turn) return
        setUnreachable(true)
        setTimeout(() => turn === asking.current.turn && void attempt(), welcomeRetryMs)
      }
    }
    void attempt()
  }, [door])

  useEffect(() => {
    const current = asking.current
    ask()
    return () => {
      current.turn += 1
    }
  }, [ask])
  return { welcome, isUnreachable, ask }
}

interface SignInProps {
  /** Null while the hub has not answered yet. */
  welcome: Welcome | null
  isUnreachable: boolean
  /** Which program one signs in to. */
  programName: string
  /** Why one has to sign in again; empty at the first time. */
  sentence?: string
  /** Demo staff offered on this screen; all of them when left out. */
  offersDemoStaff?: (member: Welcome['demoStaff'][number]) => boolean
  onSignedIn: (session: SessionView) => void
  door?: DoorCalls
}

/** Staff number and password; the token is kept before `onSignedIn` is called. */
export function SignIn(props: SignInProps) {
  const { welcome, isUnreachable, programName, sentence = '', onSignedIn, door = hubDoor } = props
  const offered = welcome?.isDemo ? welcome.demoStaff.filter(props.offersDemoStaff ?? (() => true)) : []
  const [credentials, setCredentials] = useState<Credentials>({ staffNumber: '', password: '' })
  const submit = useRef<HTMLButtonElement>(null)

  return (
    <main className="sign-in">
      <section className={offered.length > 0 ? 'sign-in-card' : 'sign-in-card is-narrow'}>
        <p className="sign-in-hall">{welcome?.hallName ?? common.productName}</p>
        <h1 className="sign-in-title">{programName}</h1>
        {sentence !== '' && (
          <p className="sign-in-sentence" role="status">
            {sentence}
          </p>
        )}
        <DoorSentence welcome={welcome} isUnreachable={isUnreachable} />
        {welcome?.isPaired && !welcome.needsAdministrator && (
          <div className={offered.length > 0 ? 'sign-in-columns has-demo' : 'sign-in-columns'}>
            <SignInForm
              credentials={credentials}
              onType={setCredentials}
              submit={submit}
              door={door}
              onSignedIn={onSignedIn}
            />
            {offered.length > 0 && (
              <DemoStaff
                staff={offered}
                onChoose={(staffNumber) => {
                  setCredentials({ staffNumber, password: welcome.demoPassword })
                  submit.current?.focus()
                }}
              />
            )}
          </div>
        )}
      </section>
    </main>
  )
}

function DoorSentence({ welcome, isUnreachable }: { welcome: Welcome | null; isUnreachable: boolean }) {
  if (isUnreachable) {
    return (
      <p className="sign-in-sentence" role="alert">
        {signInText.unreachable}
      </p>
    )
  }
  if (welcome === null) return <p className="sign-in-remark">{signInText.connecting}</p>
  if (!welcome.isPaired) {
    return (
      <p className="sign-in-sentence" role="alert">
        {signInText.notPaired} <a href="/pairing/">{signInText.pairNow}</a>
      </p>
    )
  }
  if (welcome.needsAdministrator) return <p className="sign-in-sentence">{signInText.needsAdministrator}</p>
  return null
}

interface Credentials {
  staffNumber: string
  password: string
}

interface SignInFormProps {
  credentials: Credentials
  onType: (credentials: Credentials) => void
  submit: RefObject<HTMLButtonElement | null>
  door: DoorCalls
  onSignedIn: (session: SessionView) => void
}

function SignInForm({ credentials, onType, submit, door, onSignedIn }: SignInFormProps) {
  const first = useRef<InputRef>(null)
  const ids = { staffNumber: useId(), password: useId() }
  const { attempt, refused, isAsking, secondsLeft } = useSignIn(door, onSignedIn)
  useEffect(() => first.current?.focus(), [])

  const press = (pressed: FormEvent) => {
    pressed.preventDefault()
    void attempt(credentials)
  }
  return (
    <form className="sign-in-form" onSubmit={press}>
      <label htmlFor={ids.staffNumber}>{signInText.staffNumber}</label>
      <Input
        id={ids.staffNumber}
        ref={first}
        size="large"
        autoComplete="username"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={12}
        value={credentials.staffNumber}
        onChange={(change) => onType({ ...credentials, staffNumber: change.target.value.trim() })}
      />
      <label htmlFor={ids.password}>{signInText.password}</label>
      <Input
        id={ids.password}
        size="large"
        type="password"
        autoComplete="current-password"
        maxLength={128}
        value={credentials.password}
        onChange={(change) => onType({ ...credentials, password: change.target.value })}
      />
      {refused !== '' && (
        <p className="sign-in-sentence is-refused" role="alert">
          {refused}
        </p>
      )}
      <Button ref={submit} type="primary" size="large" htmlType="submit" disabled={isAsking || secondsLeft > 0}>
        {submitText(isAsking, secondsLeft)}
      </Button>
      <p className="sign-in-remark">{signInText.forgotten}</p>
    </form>
  )
}

function submitText(isAsking: boolean, secondsLeft: number): string {
  if (isAsking) return signInText.signingIn
  return secondsLeft > 0 ? signInText.waitSeconds(secondsLeft) : signInText.signIn
}

/** While one attempt is under way the button is off; after too many the hub says how long to wait, and the button counts it down. */
function useSignIn(door: DoorCalls, onSignedIn: (session: SessionView) => void) {
  const [refused, setRefused] = useState('')
  const [isAsking, setAsking] = useState(false)
  const [secondsLeft, setSecondsLeft] = useState(0)

  useEffect(() => {
    if (secondsLeft <= 0) return
    const timer = setTimeout(() => setSecondsLeft(secondsLeft - 1), 1_000)
    return () => clearTimeout(timer)
  }, [secondsLeft])

  const attempt = async (credentials: Credentials) => {
    const missing = missingSentence(credentials)
    setRefused(missing)
    if (missing !== '') return
    setAsking(true)
    try {
      const answer = await door.signIn(credentials)
      if (answer.kind === 'done') {
        sessionToken.keep(answer.made.sessionToken)
        onSignedIn(answer.made.session)
      } else {
        setRefused(answer.sentence)
        if (answer.code === 'sign-in-throttled') setSecondsLeft(Math.ceil(Number(answer.facts.seconds ?? 0)))
      }
    } catch {
      setRefused(signInText.signInUnreachable)
    } finally {
      setAsking(false)
    }
  }
  return { attempt, refused, isAsking, secondsLeft }
}

function missingSentence({ staffNumber, password }: Credentials): string {
  if (staffNumber === '') return signInText.staffNumberNeeded
  const shape = staffNumberShape.safeParse(staffNumber)
  if (!shape.success) return shape.error.issues[0]?.message ?? signInText.staffNumberNeeded
  return password === '' ? signInText.passwordNeeded : ''
}

interface DemoStaffProps {
  staff: Welcome['demoStaff']
  onChoose: (staffNumber: string) => void
}

function DemoStaff({ staff, onChoose }: DemoStaffProps) {
  return (
    <div className="sign-in-demo">
      <h2>{signInText.demoTitle}</h2>
      <ul className="sign-in-demo-staff">
        {staff.map((member) => (
          <li key={member.staffNumber}>
            <button type="button" onClick={() => onChoose(member.staffNumber)}>
              <span>{member.name}</span>
              <span>{common.role[member.role]}</span>
              <span>{signInText.demoWindows(member.windowNumbers)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
