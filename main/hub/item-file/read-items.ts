import type { ItemFileMistake } from '../../../shared/contract/item-exchange.ts'
import type { ServiceItem } from '../../../shared/vocabulary/service-item.ts'

/** An item of a file, and where it stands. */
export interface PlacedItem {
  serviceItem: ServiceItem
  sheet: string
  row: number
}

/** All items of a file, or all that is wrong with it; never a part of either. */
export type ItemFile = { kind: 'read'; items: PlacedItem[] } | { kind: 'mistakes'; mistakes: ItemFileMistake[] }

/** A hall has some dozens; the same bound as that of a hall profile. */
export const itemsMax = 500

export function wholeFile(sentence: string): ItemFile {
  return { kind: 'mistakes', mistakes: [{ sheet: '', row: 0, column: '', sentence }] }
}
