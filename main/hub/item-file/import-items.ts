import { isDeepStrictEqual } from 'node:util'
import type { ItemFileMistake, ItemImport } from '../../../shared/contract/item-exchange.ts'
import { publishingRefusal } from '../../../shared/rules/publish.ts'
import type { Actor } from '../../../shared/vocabulary/staff.ts'
import { type Hub, refused } from '../hub.ts'
import type { ItemFile, PlacedItem } from './read-items.ts'

/**
 * 事项导入: publishes all items of a file in one transaction, or none and says why, row by row. Items
 * that the file does not name stay; those that are as they were published last get no new version.
 */
export async function importItems(hub: Hub, actor: Actor, file: ItemFile): Promise<ItemImport> {
  if (file.kind === 'mistakes') return file
  const { newestItems } = hub.setup()
  const changed = file.items.filter(
    ({ serviceItem }) => !isDeepStrictEqual(serviceItem, newestItems.get(serviceItem.itemCode)),
  )
  const mistakes = changed.flatMap((one) => mistakesOf(one, hub, actor))
  if (mistakes.length > 0) return { kind: 'mistakes', mistakes }
  const unchanged = file.items.length - changed.length
  if (changed.length === 0) return { kind: 'done', published: 0, unchanged }

  const outcome = await hub.submit({
    commandId: `import-${hub.freshId()}`,
    actor,
    command: { type: 'PublishServiceItems', body: { serviceItems: changed.map(({ serviceItem }) => serviceItem) } },
  })
  if (outcome.kind === 'done') return { kind: 'done', published: changed.length, unchanged }
  if (outcome.kind === 'fault') throw new Error(`the items could not be published: ${outcome.incident}`)
  // Only when somebody changed the hall in the same instant.
  return { kind: 'mistakes', mistakes: [{ sheet: '', row: 0, column: '', sentence: outcome.sentence }] }
}

function mistakesOf({ serviceItem, sheet, row }: PlacedItem, hub: Hub, actor: Actor): ItemFileMistake[] {
  const refusal = publishingRefusal(serviceItem, { setup: hub.setup(), actor })
  if (refusal === null) return []
  return [{ sheet, row, column: '', sentence: refused(refusal.code, refusal.facts).sentence }]
}
