import { useEffect } from 'react'
import { useStore } from 'zustand'
import { freshCommandId, type Watch } from '../common/hub-link.ts'
import { kioskText } from '../common/text/kiosk.ts'
import { useHubNow, useView } from '../common/use-view.ts'
import type { CatalogueStore } from './catalogue.ts'
import { type FlowStore, takeStep } from './errands.ts'
import { isBusy, type Page, pageOf } from './flow.ts'
import { idleLimitsOf } from './idle.ts'
import { KioskContext, type KioskScreen } from './kiosk-context.ts'
import { PageShown } from './page-shown.tsx'
import { UnreachablePage } from './pages/unreachable.tsx'
import { KioskHeader } from './parts/header.tsx'
import { IdleNotice } from './parts/idle-notice.tsx'
import { NavBar } from './parts/nav-bar.tsx'
import { useIdle } from './use-idle.ts'
import { useLostFor } from './use-lost-for.ts'

export interface KioskParts {
  watch: Watch<'kiosk'>
  flow: FlowStore
  catalogue: CatalogueStore
  /** Whether this kiosk can print with the settings of the view. */
  hasPrinter: () => boolean
}

/** The whole kiosk: header, page, keys at the foot, and the countdown. */
export function KioskApp({ watch, flow: flowStore, catalogue: catalogueStore, hasPrinter }: KioskParts) {
  const screen = useView(watch)
  const flow = useStore(flowStore)
  const catalogue = useStore(catalogueStore, (state) => state.catalogue)
  const now = useHubNow(screen)
  const text = kioskText[flow.language]
  const page = pageOf(flow)
  const isLost = useLostFor(screen.link)
  const secondsLeft = useIdle(idleLimitsOf(flow), flow, () => takeStep(flowStore, { type: 'reset' }))
  useEffect(() => {
    document.documentElement.lang = text.languageCode
    document.documentElement.dataset.size = flow.size
    document.title = text.documentTitle
  }, [text, flow.size])

  if (screen.view === null || (isLost && !outlivesTheLink(page)) || screen.link === 'refused') {
    return (
      <div className="kiosk">
        <main className="kiosk-main">
          <UnreachablePage screen={screen} text={text} />
        </main>
      </div>
    )
  }

  const kiosk: KioskScreen = {
    view: screen.view,
    catalogue,
    flow,
    text,
    now,
    hasPrinter: hasPrinter(),
    press: (step) => takeStep(flowStore, step),
    freshCommandId,
  }
  return (
    <KioskContext value={kiosk}>
      <div className="kiosk">
        <KioskHeader />
        <main className="kiosk-main">
          <PageShown page={page} />
        </main>
        {isLost ? <p className="link-strip">{text.unreachable.strip}</p> : null}
        <IdleNotice secondsLeft={secondsLeft} />
        <NavBar />
      </div>
    </KioskContext>
  )
}

/** A number that was given stays on the glass when the hub goes away, and an errand ends by itself. */
function outlivesTheLink(page: Page): boolean {
  return page.name === 'ticket' || page.name === 'unanswered' || isBusy(page)
}
