import { useCallback, useEffect, useState } from 'react'
import type { SessionView } from '../../shared/contract/view.ts'
import { sessionToken, type Watch, watchView } from '../common/hub-link.ts'
import { type DoorCalls, hubDoor, SignIn, useWelcome, type Welcome } from '../common/sign-in.tsx'
import { clerkText } from '../common/text/clerk.ts'
import { ChooseWindow } from './choose-window.tsx'
import { createDesk, type Desk } from './desk.ts'
import { type DeskCalls, hubCalls } from './desk-calls.ts'
import { DeskScreen } from './desk-screen.tsx'

/** Everything the screen reaches the hub through; a test brings its own. */
export interface HallLink {
  door: DoorCalls
  calls: DeskCalls
  watchClerk: (windowNumber: number) => Watch<'clerk'>
  watchHall: () => Watch<'display'>
}

const hubLink: HallLink = {
  door: hubDoor,
  calls: hubCalls,
  watchClerk: (windowNumber) => watchView('clerk', { windowNumber }),
  watchHall: () => watchView('display'),
}

type Stage =
  | { kind: 'door'; sentence: string }
  | { kind: 'choose'; session: SessionView; sentence: string }
  | { kind: 'desk'; desk: Desk }

/** From the door to the choice of a window to the desk, and back. */
export function ClerkApp({ link = hubLink }: { link?: HallLink }) {
  const { welcome, isUnreachable, ask } = useWelcome(link.door)
  const [stage, setStage] = useState<Stage>({ kind: 'door', sentence: '' })

  const leave = useCallback(
    (sentence: string) => {
      sessionToken.drop()
      setStage({ kind: 'door', sentence })
      ask()
    },
    [ask],
  )
  const openDesk = useCallback(
    (session: SessionView, windowNumber: number) => {
      const onSessionLost = () => leave(clerkText.session.ended)
      const onSignedOut = () => leave(clerkText.session.signedOut)
      const watch = link.watchClerk(windowNumber)
      const desk = createDesk({ calls: link.calls, watch, session, windowNumber, onSessionLost, onSignedOut })
      setStage({ kind: 'desk', desk })
    },
    [link, leave],
  )
  const enter = useCallback(
    (session: SessionView) => {
      if (session.onDutyAt !== null) openDesk(session, session.onDutyAt)
      else setStage({ kind: 'choose', session, sentence: '' })
    },
    [openDesk],
  )
  const changeWindow = useCallback((sentence: string) => {
    setStage((from) => {
      if (from.kind !== 'desk') return from
      return { kind: 'choose', session: { ...from.desk.session, onDutyAt: null }, sentence }
    })
  }, [])

  const desk = stage.kind === 'desk' ? stage.desk : null
  useEffect(() => () => desk?.end(), [desk])

  // A reloaded page still has its token, and its clerk is still on duty.
  const session = welcome?.session ?? null
  useEffect(() => {
    if (session !== null) enter(session)
  }, [session, enter])

  if (stage.kind === 'desk') return <DeskScreen desk={stage.desk} onChangeWindow={changeWindow} onSessionLost={leave} />
  if (stage.kind === 'choose') {
    return (
      <ChooseWindow
        session={stage.session}
        calls={link.calls}
        watchHall={link.watchHall}
        sentence={stage.sentence}
        onOpened={(windowNumber) => openDesk(stage.session, windowNumber)}
        onSignOut={() => void link.calls.signOut().then(() => leave(clerkText.session.signedOut))}
      />
    )
  }
  return (
    <SignIn
      welcome={welcome}
      isUnreachable={isUnreachable}
      programName={clerkText.programName}
      sentence={stage.sentence}
      offersDemoStaff={servesAtWindow}
      onSignedIn={enter}
      door={link.door}
    />
  )
}

function servesAtWindow({ role }: Welcome['demoStaff'][number]): boolean {
  return role === 'clerk' || role === 'supervisor'
}
