import { useEffect } from 'react'
import { clerkText } from '../common/text/clerk.ts'
import { clerkDay } from '../common/text/clerk-day.ts'
import { useHubNow, useView } from '../common/use-view.ts'
import { AnswerLine } from './answer-line.tsx'
import { Banners } from './banners.tsx'
import { CurrentTicket } from './current-ticket.tsx'
import { AttendancePanel } from './day/attendance-panel.tsx'
import { HandoverBar } from './day/handover-bar.tsx'
import { ObservationBanner } from './day/observation-banner.tsx'
import { OwnViolations } from './day/own-violations.tsx'
import type { Desk } from './desk.ts'
import { DeskProvider, useDeskState } from './desk-context.ts'
import { OpenDialog } from './dialogs/open-dialog.tsx'
import { KeyPad } from './key-pad.tsx'
import { PhraseLine } from './phrase-line.tsx'
import { PromiseBar, PromisePanel } from './promise-panel.tsx'
import { SetAside } from './set-aside.tsx'
import { TopBar } from './top-bar.tsx'
import { useFunctionKeys } from './use-function-keys.ts'
import { WaitingList } from './waiting-list.tsx'

interface DeskScreenProps {
  desk: Desk
  /** To the choice of a window, with the reason; empty when the clerk wished it. */
  onChangeWindow: (sentence: string) => void
  /** To the sign-in page, with the reason. */
  onSessionLost: (sentence: string) => void
}

/** The main picture of a clerk: everything on it comes from the last view. */
export function DeskScreen({ desk, onChangeWindow, onSessionLost }: DeskScreenProps) {
  const { link, refusal, view } = useView(desk.watch)
  useFunctionKeys(desk)
  useEffect(() => {
    if (link === 'refused') onSessionLost(refusalText(refusal))
  }, [link, refusal, onSessionLost])

  const takenBy = view === null ? null : otherStaff(desk, view.serviceWindow)
  useEffect(() => {
    if (takenBy !== null) onChangeWindow(clerkText.session.windowTaken(desk.windowNumber, takenBy))
  }, [takenBy, desk, onChangeWindow])

  return (
    <DeskProvider value={desk}>
      <Picture onChangeWindow={() => onChangeWindow('')} desk={desk} />
    </DeskProvider>
  )
}

function Picture({ desk, onChangeWindow }: { desk: Desk; onChangeWindow: () => void }) {
  const state = useView(desk.watch)
  const now = useHubNow(state)
  const { dialog } = useDeskState()
  const { view } = state
  if (view === null) return <p className="desk-connecting">{clerkText.top.connecting}</p>
  return (
    <div className="desk">
      <TopBar view={view} now={now} />
      <Banners view={view} link={state.link} now={now}>
        {view.handoverSeq > 0 && (
          <HandoverBar
            version={`${view.handoverSeq} ${view.phase.phaseStartsAt}`}
            onOpen={() => desk.openPanel('handover')}
            onClose={desk.closePanel}
          />
        )}
        <ObservationBanner view={view} />
      </Banners>
      <main className="desk-main">
        <div className="desk-left">
          <CurrentTicket view={view} now={now} onChangeWindow={onChangeWindow} />
          <AnswerLine />
          <KeyPad view={view} now={now} />
          <div className="desk-bars">
            <PromiseBar view={view} />
            <section className="day-bar" aria-label={clerkDay.title}>
              <OwnViolations view={view} />
            </section>
          </div>
        </div>
        <div className="desk-right">
          <WaitingList view={view} viewAt={state.at} now={now} />
          <SetAside view={view} now={now} />
        </div>
      </main>
      <PhraseLine view={view} now={now} />
      <PromisePanel view={view} />
      <AttendancePanel view={view} />
      {dialog !== null && <OpenDialog dialog={dialog} view={view} />}
    </div>
  )
}

/** The sign-in was for another tab or has run out; anything else the hub says in its own words. */
function refusalText(refusal: { code: string; sentence: string } | null): string {
  return refusal === null || refusal.code === 'not-signed-in' ? clerkText.session.ended : refusal.sentence
}

function otherStaff(desk: Desk, serviceWindow: { staff: { staffId: string; name: string } | null }): string | null {
  const { staff } = serviceWindow
  return staff === null || staff.staffId === desk.session.staffId ? null : staff.name
}
