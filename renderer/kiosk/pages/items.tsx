import type { ServiceItem } from '../flow.ts'
import { useKiosk } from '../kiosk-context.ts'
import { ItemTile } from '../parts/item-tile.tsx'
import { PageFrame } from '../parts/page-frame.tsx'

/** The items of a category. */
export function ItemsPage({ category }: { category: string }) {
  const { catalogue, text } = useKiosk()
  const serviceItems = catalogue?.serviceItems.filter((one) => one.category === category) ?? []
  return (
    <PageFrame title={text.items.title(category)}>
      <ItemTiles serviceItems={serviceItems} />
    </PageFrame>
  )
}

/** The items that yesterday's number may have been for: it says the queue, not the item. */
export function QueueItemsPage({ letter }: { letter: string }) {
  const { catalogue, flow, text, press } = useKiosk()
  const serviceItems = catalogue?.serviceItems.filter((one) => one.queue === letter) ?? []
  return (
    <PageFrame
      title={text.items.ofQueue(flow.draft.carriedNumber ?? '')}
      foot={
        <button type="button" className="plain-key" onClick={() => press({ type: 'show-all-categories' })}>
          {text.items.allItems}
        </button>
      }
    >
      <ItemTiles serviceItems={serviceItems} />
    </PageFrame>
  )
}

export function ItemTiles({ serviceItems }: { serviceItems: ServiceItem[] }) {
  const { text } = useKiosk()
  if (serviceItems.length === 0) return <p className="minor">{text.items.empty}</p>
  return (
    <div className="tiles items">
      {serviceItems.map((serviceItem) => (
        <ItemTile key={serviceItem.itemCode} serviceItem={serviceItem} />
      ))}
    </div>
  )
}
