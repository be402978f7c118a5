import { isBusy, pageOf } from '../flow.ts'
import { useKiosk } from '../kiosk-context.ts'

/** The keys at the foot of every page, where a child or a wheelchair user reaches them. */
export function NavBar() {
  const { flow, text, press } = useKiosk()
  const page = pageOf(flow)
  return (
    <nav className="nav-bar">
      {page.name === 'home' ? (
        <OwnNumberKeys />
      ) : (
        <>
          <button type="button" disabled={isBusy(page)} onClick={() => press({ type: 'go-back' })}>
            <span aria-hidden="true">←</span> {text.back}
          </button>
          <button type="button" disabled={isBusy(page)} onClick={() => press({ type: 'go-home' })}>
            {text.home}
          </button>
        </>
      )}
      <span className="nav-gap" />
      <button type="button" disabled={isBusy(page)} onClick={() => press({ type: 'switch-size' })}>
        {flow.size === 'normal' ? text.largePrint : text.normalPrint}
      </button>
      <button type="button" disabled={isBusy(page)} onClick={() => press({ type: 'switch-language' })}>
        {text.otherLanguage}
      </button>
    </nav>
  )
}

/** For who has a number already; there is nowhere to go back to from home. */
function OwnNumberKeys() {
  const { view, text, press } = useKiosk()
  return (
    <>
      <button type="button" className="own-number" onClick={() => press({ type: 'start-find' })}>
        {text.start.myNumber}
      </button>
      {view.hasCarriedTickets ? (
        <button type="button" className="own-number" onClick={() => press({ type: 'start-carried' })}>
          {text.start.carried}
        </button>
      ) : null}
    </>
  )
}
