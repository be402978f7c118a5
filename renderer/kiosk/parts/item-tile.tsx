import type { ServiceItem } from '../flow.ts'
import { useKiosk } from '../kiosk-context.ts'
import { nameIn, queueWords, refusalWords } from '../words.ts'

/** One item of a list with how full it is; greyed with the reason when no number is given for it. */
export function ItemTile({ serviceItem }: { serviceItem: ServiceItem }) {
  const { view, catalogue, flow, text, press } = useKiosk()
  const refusal = view.itemRefusals[serviceItem.itemCode]
  const { waiting, estimate } = queueWords(
    view.queues.find(({ letter }) => letter === serviceItem.queue),
    text,
  )
  return (
    <button
      type="button"
      className={refusal === undefined ? 'tile item-tile' : 'tile item-tile unavailable'}
      onClick={() => press({ type: 'choose-item', serviceItem })}
    >
      <strong>{nameIn(serviceItem, flow.language)}</strong>
      <span className="minor">{serviceItem.department}</span>
      {refusal === undefined ? (
        <span className="queue-state">
          <span>{waiting}</span>
          <span>{estimate}</span>
        </span>
      ) : (
        <span className="reason">
          <b>{text.items.unavailable}</b> {refusalWords(refusal, flow.language, { view, catalogue }).sentence}
        </span>
      )}
    </button>
  )
}
