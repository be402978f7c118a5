import { Input } from 'antd'
import { useId, useState } from 'react'
import { label } from '../../../shared/vocabulary/text-field.ts'
import { clerkText } from '../../common/text/clerk.ts'
import { ChoiceList } from './choice-list.tsx'
import { useCodedChoice } from './use-coded-choice.ts'

/** As the commands take it, so that a mobile number in a reason is refused before it is sent. */
const reasonShape = label(100)

/** A reason out of the usual ones, or in one's own words. */
export function useReason(usual: readonly string[]) {
  const codes = usual.map((_, place) => String(place + 1))
  const choice = useCodedChoice(codes)
  const [own, setOwn] = useState('')
  const chosen = own.trim() === '' ? choice.chosen : null
  const text = chosen === null ? own.trim() : (usual[codes.indexOf(chosen)] ?? '')
  const shape = reasonShape.safeParse(text)
  return {
    /** What goes into the journal. */
    text,
    /** Why it cannot, in Chinese; empty when it can. */
    missing: text === '' ? clerkText.dialog.reasonNeeded : (shape.error?.issues[0]?.message ?? ''),
    chosen,
    own,
    onOwn: setOwn,
    onChoose: (code: string) => {
      setOwn('')
      choice.onChoose(code)
    },
    onDigit: (digit: string) => {
      setOwn('')
      choice.onDigit(digit)
    },
    onStep: choice.onStep,
  }
}

interface ReasonFieldProps {
  usual: readonly string[]
  reason: ReturnType<typeof useReason>
  hasKeys?: boolean
}

export function ReasonField({ usual, reason, hasKeys = true }: ReasonFieldProps) {
  const id = useId()
  return (
    <div className="reason-field">
      <ChoiceList
        legend={hasKeys ? `${clerkText.dialog.reason} · ${clerkText.dialog.digits}` : clerkText.dialog.reason}
        choices={usual.map((one, place) => ({ code: String(place + 1), label: one }))}
        chosen={reason.chosen}
        onChoose={reason.onChoose}
        hasKeys={hasKeys}
        columns={2}
      />
      <label htmlFor={id}>{clerkText.dialog.otherReason}</label>
      <Input id={id} maxLength={100} value={reason.own} onChange={(change) => reason.onOwn(change.target.value)} />
    </div>
  )
}
