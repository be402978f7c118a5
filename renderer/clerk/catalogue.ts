import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CatalogueItem } from '../../shared/contract/contract.ts'
import type { Watch } from '../common/hub-link.ts'
import type { DeskCalls } from './desk-calls.ts'

const retryMs = 2_000

export interface KeptItems {
  /** Null until they came. */
  items: StoreApi<readonly CatalogueItem[] | null>
  end: () => void
}

/** The hall's items, asked for when the first view comes and again whenever the view names a newer version. */
export function keepItems(calls: Pick<DeskCalls, 'catalogue'>, watch: Watch<'clerk'>): KeptItems {
  const items = createStore<readonly CatalogueItem[] | null>(() => null)
  let askedFor: number | null = null
  let isEnded = false
  let retry: ReturnType<typeof setTimeout> | undefined

  const ask = async (version: number) => {
    askedFor = version
    try {
      const { serviceItems } = await calls.catalogue()
      if (!isEnded) items.setState(serviceItems, true)
    } catch {
      // The link is down; the list of before stays until the hub answers again.
      if (!isEnded) retry = setTimeout(() => void ask(askedFor ?? version), retryMs)
    }
  }
  const follow = () => {
    const { view } = watch.store.getState()
    if (view !== null && view.catalogueVersion !== askedFor) void ask(view.catalogueVersion)
  }
  follow()
  const stop = watch.store.subscribe(follow)
  return {
    items,
    end: () => {
      isEnded = true
      clearTimeout(retry)
      stop()
    },
  }
}
