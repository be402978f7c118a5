import { App, Spin } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import type { SessionView } from '../../shared/contract/view.ts'
import { lastMessageOnly } from '../common/antd-theme.tsx'
import { sessionToken } from '../common/hub-link.ts'
import { SignIn, useWelcome } from '../common/sign-in.tsx'
import { consoleText } from '../common/text/console.ts'
import { ConsoleFrame } from './console-frame.tsx'
import { FirstRun } from './first-run.tsx'

/** First run, sign-in or the console itself, as the hub says. */
export function ConsoleApp() {
  const { welcome, isUnreachable, ask } = useWelcome()
  const [session, setSession] = useState<SessionView | null>(null)
  const [sentence, setSentence] = useState('')
  const [isFirstCheck, setFirstCheck] = useState(false)
  useEffect(() => {
    if (welcome !== null) setSession(welcome.session)
  }, [welcome])

  const leave = useCallback(
    (why: string) => {
      sessionToken.drop()
      setSession(null)
      setSentence(why)
      ask()
    },
    [ask],
  )

  if (session !== null) {
    return (
      <App className="console-root" message={lastMessageOnly}>
        <ConsoleFrame
          session={session}
          onLeave={leave}
          isFirstCheck={isFirstCheck}
          onChecked={() => setFirstCheck(false)}
        />
      </App>
    )
  }
  if (welcome?.isPaired && welcome.needsAdministrator) {
    return (
      <App className="console-root" message={lastMessageOnly}>
        <FirstRun
          hallName={welcome.hallName}
          isLocal={welcome.isLocal}
          onCreated={() => {
            setSentence(consoleText.firstRun.created)
            setFirstCheck(true)
            ask()
          }}
        />
      </App>
    )
  }
  if (welcome?.session) return <Spin className="page-spin" />
  return (
    <SignIn
      welcome={welcome}
      isUnreachable={isUnreachable}
      programName={consoleText.programName}
      sentence={sentence}
      offersDemoStaff={({ role }) => role !== 'clerk' && role !== 'liaison'}
      onSignedIn={setSession}
    />
  )
}
