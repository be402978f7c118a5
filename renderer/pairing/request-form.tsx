import { type FormEvent, useId, useState } from 'react'
import type { ScreenKind } from '../../shared/vocabulary/staff.ts'
import { common } from '../common/text/common.ts'
import { pairingText } from '../common/text/pairing.ts'

const kinds = Object.keys(common.screenKind) as ScreenKind[]
const nameLengthMax = 40

/** What a machine wants to become. */
export interface PairingWish {
  kind: ScreenKind
  name: string
}

interface RequestFormProps {
  isAsking: boolean
  onRequest: (wish: PairingWish) => void
}

export function RequestForm({ isAsking, onRequest }: RequestFormProps) {
  const [kind, setKind] = useState<ScreenKind>('kiosk')
  const [name, setName] = useState('')
  const [problem, setProblem] = useState('')
  const ids = { name: useId(), problem: useId() }
  const press = (pressed: FormEvent) => {
    pressed.preventDefault()
    const trimmed = name.trim()
    setProblem(trimmed === '' ? pairingText.nameNeeded : '')
    if (trimmed !== '') onRequest({ kind, name: trimmed })
  }
  return (
    <form onSubmit={press}>
      <p>{pairingText.sentence}</p>
      <fieldset>
        <legend>{pairingText.kind}</legend>
        {kinds.map((one) => (
          <label key={one} className={one === kind ? 'pairing-kind is-chosen' : 'pairing-kind'}>
            <input type="radio" name="kind" checked={one === kind} onChange={() => setKind(one)} />
            <strong>{common.screenKind[one]}</strong>
            <span>{pairingText.kindRemark[one]}</span>
          </label>
        ))}
      </fieldset>
      <label className="pairing-label" htmlFor={ids.name}>
        {pairingText.name}
      </label>
      <input
        id={ids.name}
        className="pairing-name"
        maxLength={nameLengthMax}
        placeholder={pairingText.nameExample}
        autoComplete="off"
        value={name}
        aria-invalid={problem !== ''}
        aria-describedby={ids.problem}
        onChange={(change) => setName(change.target.value)}
      />
      <p id={ids.problem} className="pairing-problem" role="alert">
        {problem}
      </p>
      <button type="submit" className="pairing-button" disabled={isAsking}>
        {isAsking ? pairingText.requesting : pairingText.request}
      </button>
    </form>
  )
}
