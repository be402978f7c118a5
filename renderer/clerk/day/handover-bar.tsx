import { App } from 'antd'
import { useEffect, useState } from 'react'
import type { HandoverRow, MyHandovers } from '../../../shared/contract/day-view.ts'
import { lastMessageOnly } from '../../common/antd-theme.tsx'
import { DraftPostButton } from '../../common/day/draft-post-button.tsx'
import { HandoverDialog } from '../../common/day/handover-dialog.tsx'
import { useAsk } from '../../common/form/use-ask.ts'
import { hub } from '../../common/hub-link.ts'
import { handoverText as words } from '../../common/text/handover.ts'

interface HandoverBarProps {
  /** Another one: there may be something new to give, to take or to confirm. */
  version: string | number
  /** While a sheet is open the function keys are not the desk's. */
  onOpen?: () => void
  onClose?: () => void
}

const askMine = () => hub.query.myHandovers({})

/** What this person has to hand over, to take and to confirm; nothing when there is nothing. */
export function HandoverBar({ version, onOpen, onClose }: HandoverBarProps) {
  const { answer, again } = useAsk(askMine)
  const [opened, setOpened] = useState<number | null>(null)
  useEffect(() => {
    if (version !== '') again()
  }, [version, again])
  const open = (handoverId: number) => {
    setOpened(handoverId)
    onOpen?.()
  }
  const close = () => {
    setOpened(null)
    onClose?.()
    again()
  }
  const lines = answer === null ? [] : linesOf(answer)
  return (
    <App component={false} message={lastMessageOnly}>
      {lines.map(({ handoverId, sentence, button }) => (
        <p key={handoverId} className="banner is-urgent is-handover" role="status">
          <b>{sentence}</b>
          <button type="button" className="desk-button" onClick={() => open(handoverId)}>
            {button}
          </button>
        </p>
      ))}
      {answer?.posts.map((post) => (
        <p key={post.leaveId} className="banner is-urgent is-handover" role="status">
          <b>{words.post(post.giverName, post.toName, post.isBack)}</b>
          <DraftPostButton leaveId={post.leaveId} onDrafted={open} />
        </p>
      ))}
      {opened !== null && <HandoverDialog handoverId={opened} isGiversScreen onClose={close} />}
    </App>
  )
}

interface BarLine {
  handoverId: number
  sentence: string
  button: string
}

function linesOf({ toGive, waiting, toReturn, toTake }: MyHandovers): BarLine[] {
  const line = (one: HandoverRow, sentence: string, button: string) => ({
    handoverId: one.handoverId,
    sentence,
    button,
  })
  return [
    ...toReturn.map((one) => line(one, words.toReturn(one.number, one.alongCount), words.return)),
    ...toGive.map((one) => line(one, giveSentence(one), words.give)),
    ...waiting.map((one) => line(one, waitingSentence(one), words.receive)),
    ...toTake.map((one) => line(one, words.toTake(one.staffName, one.lineCount), words.take)),
  ]
}

function giveSentence({ refusal, lineCount }: HandoverRow): string {
  return refusal === null ? words.toGive(lineCount) : words.refusedBack(refusal.byName, refusal.reason)
}

function waitingSentence({ number, toName }: HandoverRow): string {
  return toName === '' ? words.waiting(number) : words.waitingFor(number, toName)
}
