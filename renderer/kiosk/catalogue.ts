import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Catalogue } from '../../shared/contract/contract.ts'
import type { ScreenState } from '../common/hub-link.ts'

export type CatalogueStore = StoreApi<{ catalogue: Catalogue | null }>

const askAgainMs = 1_500

/**
 * Keeps the hall's items as the view says they are: asks when the version of the view is another one,
 * and again until the hub answers. `end` stops asking.
 */
export function watchCatalogue(
  screen: StoreApi<ScreenState<'kiosk'>>,
  ask: () => Promise<Catalogue>,
): { store: CatalogueStore; end: () => void } {
  const store: CatalogueStore = createStore(() => ({ catalogue: null }))
  let isAsking = false
  let ended = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const wanted = () => screen.getState().view?.catalogueVersion
  const look = async () => {
    clearTimeout(timer)
    if (ended || isAsking || wanted() === undefined || store.getState().catalogue?.version === wanted()) return
    isAsking = true
    try {
      store.setState({ catalogue: await ask() })
    } catch {
      // The link shows its own state; the items of before stay.
    }
    isAsking = false
    timer = setTimeout(look, askAgainMs)
  }

  const leave = screen.subscribe(() => void look())
  void look()
  return {
    store,
    end: () => {
      ended = true
      clearTimeout(timer)
      leave()
    },
  }
}
