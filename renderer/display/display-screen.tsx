import { useStore } from 'zustand'
import type { ScreenState, Watch } from '../common/hub-link.ts'
import { hubNow } from '../common/hub-link.ts'
import { display } from '../common/text/display.ts'
import { clockText } from '../common/time-text.ts'
import { useHubNow, useView } from '../common/use-view.ts'
import type { BoardAddress } from './address.ts'
import type { Announcer } from './announcer.ts'
import { HallBoard } from './hall-board.tsx'
import type { Speaker } from './speaker.ts'
import { lostAfterMs, useSilence } from './use-silence.ts'
import { WindowBoard } from './window-board.tsx'

/** The picture of the address, and over it what is wrong with it. */
export function DisplayScreen(props: {
  address: BoardAddress
  watch: Watch<'display'>
  speaker: Pick<Speaker, 'store' | 'unlock'>
  announcer: Pick<Announcer, 'store'>
}) {
  const { address, watch, speaker, announcer } = props
  const state = useView(watch)
  const now = useHubNow(state)
  const silenceMs = useSilence(state)
  const { speaking } = useStore(announcer.store)
  const { sound } = useStore(speaker.store)
  const isLost = silenceMs >= lostAfterMs
  const { view } = state

  if (address.board === 'bad-address') return <p className="whole-message">{display.windowBoard.badAddress}</p>
  return (
    <div className={isLost ? 'screen lost' : 'screen'}>
      <div className="picture">
        {view === null ? (
          <p className="whole-message">{state.refusal?.sentence ?? display.connecting}</p>
        ) : address.board === 'window' ? (
          <WindowBoard view={view} now={now} windowNumber={address.windowNumber} />
        ) : (
          <HallBoard view={view} now={now} subtitle={speaking?.subtitle ?? null} />
        )}
      </div>
      {isLost ? <LostNotice state={state} silenceMs={silenceMs} /> : null}
      {sound === 'blocked' ? (
        <button type="button" className="unlock" onClick={() => speaker.unlock()}>
          {display.sound.unlock}
        </button>
      ) : null}
      {sound === 'broken' ? <p className="sound-trouble">{display.sound.broken}</p> : null}
    </div>
  )
}

/** The picture is old: whom to believe instead, and how old it is. */
function LostNotice({ state, silenceMs }: { state: ScreenState<'display'>; silenceMs: number }) {
  const seconds = Math.floor(silenceMs / 1000)
  const age = display.lost.minutes(Math.floor(seconds / 60), seconds % 60)
  return (
    <div className="lost-notice" role="alert">
      <strong className="lost-words">{display.lost.title}</strong>
      {state.view === null ? null : (
        <span className="lost-age">
          {display.lost.age(age)}　{display.lost.asOf(clockText(hubNow(state) - silenceMs))}
        </span>
      )}
    </div>
  )
}
