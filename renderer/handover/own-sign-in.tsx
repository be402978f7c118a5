import { type FormEvent, useId, useState } from 'react'
import { hub, sessionToken } from '../common/hub-link.ts'
import { handoverText } from '../common/text/handover.ts'
import { signInText } from '../common/text/sign-in.ts'

/** Staff number and password, for the handover alone. */
export function OwnSignIn({ onSignedIn }: { onSignedIn: () => void }) {
  const [who, setWho] = useState({ staffNumber: '', password: '' })
  const [refused, setRefused] = useState('')
  const [isAsking, setAsking] = useState(false)
  const ids = { staffNumber: useId(), password: useId() }
  const press = async (pressed: FormEvent) => {
    pressed.preventDefault()
    if (who.staffNumber === '') return setRefused(signInText.staffNumberNeeded)
    if (who.password === '') return setRefused(signInText.passwordNeeded)
    setAsking(true)
    try {
      const answer = await hub.door.signInForHandover(who)
      if (answer.kind === 'refused') return setRefused(answer.sentence)
      sessionToken.keep(answer.made.sessionToken)
      onSignedIn()
    } catch {
      setRefused(signInText.signInUnreachable)
    } finally {
      setAsking(false)
    }
  }
  return (
    <form className="own-card" onSubmit={(pressed) => void press(pressed)}>
      <p>{handoverText.own.sentence}</p>
      <label htmlFor={ids.staffNumber}>{signInText.staffNumber}</label>
      <input
        id={ids.staffNumber}
        className="own-field"
        autoComplete="username"
        autoCapitalize="off"
        maxLength={12}
        value={who.staffNumber}
        onChange={(change) => setWho({ ...who, staffNumber: change.target.value.trim() })}
      />
      <label htmlFor={ids.password}>{signInText.password}</label>
      <input
        id={ids.password}
        className="own-field"
        type="password"
        autoComplete="current-password"
        maxLength={128}
        value={who.password}
        onChange={(change) => setWho({ ...who, password: change.target.value })}
      />
      <p className="own-problem" role="alert">
        {refused}
      </p>
      <button type="submit" className="own-button" disabled={isAsking}>
        {isAsking ? signInText.signingIn : signInText.signIn}
      </button>
    </form>
  )
}
