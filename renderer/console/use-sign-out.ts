import { useState } from 'react'
import { pressedAtDoor } from '../common/form/pressed.ts'
import { hub } from '../common/hub-link.ts'
import { common } from '../common/text/common.ts'
import { consoleText } from '../common/text/console.ts'

/** Signing out is told to the hub first: a token that only the page forgot would stay valid. */
export function useSignOut(onSignedOut: () => void, onProblem: (sentence: string) => void) {
  const [isPressing, setPressing] = useState(false)
  const press = async () => {
    setPressing(true)
    const answer = await pressedAtDoor(hub.door.signOut({}))
    setPressing(false)
    // A session that the hub no longer knows is already over.
    if (answer.kind === 'done' || (answer.kind === 'refused' && answer.code === 'not-signed-in')) onSignedOut()
    else if (answer.kind === 'refused') onProblem(answer.sentence)
    else onProblem(answer.kind === 'fault' ? common.fault(answer.incident) : consoleText.signOutFailed)
  }
  return { signOut: () => void press(), isPressing }
}
