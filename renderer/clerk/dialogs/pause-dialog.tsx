import { Input, type InputRef } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { journalText } from '../../../shared/vocabulary/text-field.ts'
import { pauseReason } from '../../../shared/vocabulary/ticket.ts'
import { clerkText } from '../../common/text/clerk.ts'
import { common } from '../../common/text/common.ts'
import { useDesk } from '../desk-context.ts'
import { whyOf } from '../foresee.ts'
import { ChoiceList } from './choice-list.tsx'
import { DeskModal } from './desk-modal.tsx'
import { useCodedChoice } from './use-coded-choice.ts'

const { title, remark, note: noteLabel, confirm: confirmText } = clerkText.pause
// An enum's options come with 10, 11 and 99 first: they look like indices.
const codes = [...pauseReason.options].sort()
const choices = codes.map((code) => ({ code, label: common.pauseReason[code] }))
const noteShape = journalText(100)

/** F8: the window rests for one of the numbered reasons; `99` asks for a note. */
export function PauseDialog() {
  const desk = useDesk()
  const id = useId()
  const noteField = useRef<InputRef>(null)
  const { chosen, onChoose, onDigit, onStep } = useCodedChoice(codes)
  const [note, setNote] = useState('')
  const reason = codes.find((code) => code === chosen)
  useEffect(() => {
    if (reason === '99') noteField.current?.focus()
  }, [reason])

  const confirm = () => {
    if (reason === undefined) return
    const body = { windowNumber: desk.windowNumber, reason, note: note.trim() }
    void desk.perform([{ action: 'pause', number: '', command: { type: 'PauseServiceWindow', body } }])
  }
  return (
    <DeskModal
      title={title}
      confirmText={confirmText}
      missing={missingFor(reason, note)}
      onConfirm={confirm}
      onDigit={onDigit}
      onStep={onStep}
    >
      <p>{remark}</p>
      <ChoiceList
        legend={`${clerkText.dialog.reason} · ${clerkText.dialog.digits}`}
        choices={choices}
        chosen={chosen}
        onChoose={onChoose}
        hasKeys
        columns={2}
      />
      <label htmlFor={id}>{noteLabel}</label>
      <Input id={id} ref={noteField} maxLength={100} value={note} onChange={(change) => setNote(change.target.value)} />
    </DeskModal>
  )
}

function missingFor(reason: string | undefined, note: string): string {
  if (reason === undefined) return clerkText.dialog.choiceNeeded
  if (reason === '99' && note.trim() === '') return whyOf('pause-note-needed').sentence
  return noteShape.safeParse(note).error?.issues[0]?.message ?? ''
}
