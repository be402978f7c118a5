import { Input, type InputRef } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { password as passwordShape } from '../../../shared/vocabulary/staff.ts'
import { clerkText } from '../../common/text/clerk.ts'
import { useDesk } from '../desk-context.ts'
import { DeskModal } from './desk-modal.tsx'

const words = clerkText.password

/** 修改口令: one's own, with the present one as proof. */
export function PasswordDialog() {
  const desk = useDesk()
  const id = useId()
  const first = useRef<InputRef>(null)
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  useEffect(() => first.current?.focus(), [])

  const fields = [
    { name: 'current', label: words.current, value: current, set: setCurrent, autoComplete: 'current-password' },
    { name: 'next', label: words.next, value: next, set: setNext, autoComplete: 'new-password' },
    { name: 'again', label: words.again, value: again, set: setAgain, autoComplete: 'new-password' },
  ]
  return (
    <DeskModal
      title={words.title}
      confirmText={words.confirm}
      missing={missingFor(current, next, again)}
      onConfirm={() => void desk.setPassword(current, next)}
      width={440}
    >
      <form className="desk-dialog" onSubmit={(submitted) => submitted.preventDefault()}>
        {fields.map(({ name, label, value, set, autoComplete }, place) => (
          <div key={name} className="desk-dialog-field">
            <label htmlFor={`${id}-${name}`}>{label}</label>
            <Input
              id={`${id}-${name}`}
              {...(place === 0 ? { ref: first } : {})}
              type="password"
              maxLength={128}
              autoComplete={autoComplete}
              value={value}
              onChange={(change) => set(change.target.value)}
            />
          </div>
        ))}
      </form>
    </DeskModal>
  )
}

function missingFor(current: string, next: string, again: string): string {
  if (current === '') return words.currentNeeded
  const shape = passwordShape.safeParse(next)
  if (!shape.success) return shape.error.issues[0]?.message ?? words.next
  if (next === current) return words.same
  return next === again ? '' : words.different
}
