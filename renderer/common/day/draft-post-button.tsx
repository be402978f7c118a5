import { App, Button } from 'antd'
import { useState } from 'react'
import { freshCommandId, send } from '../hub-link.ts'
import { common } from '../text/common.ts'
import { handoverText as words } from '../text/handover.ts'

interface DraftPostButtonProps {
  leaveId: number
  onDrafted: (handoverId: number) => void
}

/** Drafts the sheet of an AB post, or of its way back, and opens it. */
export function DraftPostButton({ leaveId, onDrafted }: DraftPostButtonProps) {
  const { message } = App.useApp()
  const [isPressing, setPressing] = useState(false)
  const press = async () => {
    setPressing(true)
    const outcome = await send('DraftPostHandover', { leaveId }, freshCommandId())
    setPressing(false)
    if (outcome.kind === 'done') onDrafted(Number(outcome.made.handoverId))
    else if (outcome.kind === 'refused') void message.error(outcome.sentence)
    else void message.error(outcome.kind === 'unreachable' ? common.unreachable : common.fault(outcome.incident))
  }
  return (
    <Button loading={isPressing} onClick={() => void press()}>
      {words.draftPost}
    </Button>
  )
}
