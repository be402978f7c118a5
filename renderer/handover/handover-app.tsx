import { useCallback, useState } from 'react'
import { sessionToken } from '../common/hub-link.ts'
import { handoverText } from '../common/text/handover.ts'
import { HandoverList } from './handover-list.tsx'
import { HandoverPage } from './handover-page.tsx'
import { OwnSignIn } from './own-sign-in.tsx'

const words = handoverText.own

/** The sheet that the address names; null: the list of one's unit. */
function handoverIdOf(path: string): number | null {
  const found = /^\/handover\/(\d+)$/.exec(path)
  return found === null ? null : Number(found[1])
}

/**
 * 本人页面: whoever takes a handover reads it on his own phone or PC, and takes or refuses it. The
 * hub forgets the sign-in after half an hour; the page then asks anew.
 */
export function HandoverApp() {
  const [isSignedIn, setSignedIn] = useState(() => sessionToken.read() !== null)
  const [handoverId, setHandoverId] = useState(() => handoverIdOf(location.pathname))
  const leave = useCallback(() => {
    sessionToken.drop()
    setSignedIn(false)
  }, [])
  const open = (next: number | null) => {
    history.replaceState(null, '', next === null ? '/handover/' : `/handover/${next}`)
    setHandoverId(next)
  }
  return (
    <main className="own">
      <header className="own-header">
        <h1>{words.title}</h1>
        {isSignedIn && (
          <button type="button" className="own-quiet" onClick={leave}>
            {words.leave}
          </button>
        )}
      </header>
      {!isSignedIn && <OwnSignIn onSignedIn={() => setSignedIn(true)} />}
      {isSignedIn && handoverId === null && <HandoverList onOpen={open} onSessionLost={leave} />}
      {isSignedIn && handoverId !== null && (
        <HandoverPage handoverId={handoverId} onBack={() => open(null)} onSessionLost={leave} />
      )}
    </main>
  )
}
