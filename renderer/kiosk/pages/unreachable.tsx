import type { ScreenState } from '../../common/hub-link.ts'
import type { KioskText } from '../../common/text/kiosk.ts'

/** No hub: what is the matter, and where a number can be had meanwhile. */
export function UnreachablePage({ screen, text }: { screen: ScreenState<'kiosk'>; text: KioskText }) {
  if (screen.link === 'refused') {
    return (
      <div className="page message alone">
        <h1>{text.unreachable.notAllowed}</h1>
        <p className="sentence" role="alert">
          {screen.refusal?.sentence ?? ''}
        </p>
        <button type="button" className="main-key" onClick={() => location.reload()}>
          {text.unreachable.reload}
        </button>
      </div>
    )
  }
  const isFirst = screen.view === null && screen.link === 'connecting'
  return (
    <div className="page message alone">
      <span className="spinner" aria-hidden="true" />
      <h1>{isFirst ? text.unreachable.connecting : text.unreachable.title}</h1>
      {isFirst ? null : (
        <p className="sentence" role="alert">
          {text.unreachable.sentence}
        </p>
      )}
    </div>
  )
}
