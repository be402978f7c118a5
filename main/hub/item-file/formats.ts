import type { ItemFileFormat } from '../../../shared/contract/item-exchange.ts'
import type { ServiceItem } from '../../../shared/vocabulary/service-item.ts'
import type { ItemFile } from './read-items.ts'
import { readWorkbook, writeWorkbook } from './workbook.ts'
import { readYamlItems, writeYamlItems } from './yaml-items.ts'

/** The items of a file, or all that is wrong with it. */
export async function readItemFile(format: ItemFileFormat, bytes: Uint8Array): Promise<ItemFile> {
  return format === 'xlsx' ? readWorkbook(bytes) : readYamlItems(bytes)
}

export async function writeItemFile(format: ItemFileFormat, items: readonly ServiceItem[]): Promise<Uint8Array> {
  return format === 'xlsx' ? writeWorkbook(items) : writeYamlItems(items)
}
