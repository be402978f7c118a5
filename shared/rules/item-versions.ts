import type { HallDate } from '../vocabulary/hall-date.ts'
import type { ServiceItem } from '../vocabulary/service-item.ts'

/** 事项版本: one as it was published; `version` is the seq of its entry, `serviceItem` null for a withdrawal. */
export interface ItemVersion {
  version: number
  /** Epoch ms. */
  at: number
  actor: string
  serviceItem: ServiceItem | null
}

/** What a version is on a day; `replaced` by one that was published after it and holds by now, or will before it. */
export type ItemVersionState = 'in-force' | 'to-come' | 'draft' | 'replaced' | 'withdrawn'

/**
 * What each version of one item is on `day`. In force is the newest that is no draft and whose first
 * day has come: what is published last counts, so a correction that holds at once also replaces a
 * version that was to come. `versions` are newest first, and all of them.
 */
export function statesOfVersions(versions: readonly ItemVersion[], day: HallDate): ItemVersionState[] {
  /** First day of the earliest to hold among the newer ones; null: none of them will. */
  let earlier: HallDate | null = null
  return versions.map(({ serviceItem }, at) => {
    if (serviceItem?.status === 'draft') return at === 0 ? 'draft' : 'replaced'
    const from = serviceItem?.effectiveFrom ?? ''
    if (earlier !== null && earlier <= (from > day ? from : day)) return 'replaced'
    earlier = from
    if (serviceItem === null) return 'withdrawn'
    return from <= day ? 'in-force' : 'to-come'
  })
}
