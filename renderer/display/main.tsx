import '../common/no-eval.ts'
import '../common/base.css'
import './display.css'
import './hall-board.css'
import './calls.css'
import './counts.css'
import './window-board.css'
import { createRoot } from 'react-dom/client'
import { watchView } from '../common/hub-link.ts'
import { display } from '../common/text/display.ts'
import { boardAddress } from './address.ts'
import { createAnnouncer } from './announcer.ts'
import { silence } from './clip-player.ts'
import { DisplayScreen } from './display-screen.tsx'
import { createSpeaker } from './speaker.ts'

document.title = display.documentTitle

const address = boardAddress(location.search)
const watch = watchView('display')
const isHallBoard = address.board === 'hall'
const speaker = createSpeaker()
const announcer = createAnnouncer({ player: speaker, pause: silence, reportFault: reportError })

if (isHallBoard) {
  let seenAt = 0
  watch.store.subscribe(({ view, seq, at, receivedAt }) => {
    if (view === null || receivedAt === seenAt) return
    seenAt = receivedAt
    speaker.use(address.hasSound ? view.voice : { ...view.voice, source: 'off' })
    announcer.see({ seq, at, view })
  })
  for (const press of ['pointerdown', 'keydown']) addEventListener(press, () => speaker.unlock())
}

const root = document.querySelector('#root')
if (root === null) throw new Error('the page has no #root')
createRoot(root).render(<DisplayScreen address={address} watch={watch} speaker={speaker} announcer={announcer} />)
