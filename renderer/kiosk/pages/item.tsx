import { Fragment } from 'react'
import type { RequiredMaterial } from '../../../shared/vocabulary/service-item.ts'
import type { ServiceItem } from '../flow.ts'
import { useKiosk } from '../kiosk-context.ts'
import { PageFrame } from '../parts/page-frame.tsx'
import { limitWords, nameIn, queueWords, refusalWords } from '../words.ts'

/** What to bring, how long it takes, what it costs and who may take the number (一次性告知, 篇4.3). */
export function ItemPage() {
  const { flow } = useKiosk()
  const { serviceItem } = flow.draft
  if (serviceItem === null) return null
  return (
    <PageFrame title={nameIn(serviceItem, flow.language)} foot={<TakeKey serviceItem={serviceItem} />}>
      <div className="item-parts">
        <Materials serviceItem={serviceItem} />
        <Conditions serviceItem={serviceItem} />
      </div>
    </PageFrame>
  )
}

const needs: readonly RequiredMaterial['need'][] = ['required', 'conditional', 'tolerable', 'promise']

function Materials({ serviceItem }: { serviceItem: ServiceItem }) {
  const { text } = useKiosk()
  const { materials } = serviceItem
  return (
    <section className="card materials">
      <h2>{text.item.bring}</h2>
      {text.item.inChinese === '' || materials.length === 0 ? null : <p className="minor">{text.item.inChinese}</p>}
      {materials.length === 0 ? <p>{text.item.nothingToBring}</p> : null}
      {needs.map((need) => {
        const some = materials.filter((material) => material.need === need)
        if (some.length === 0) return null
        return (
          <Fragment key={need}>
            <h3 className={`need ${need}`}>{text.item.need[need]}</h3>
            <ul>
              {some.map((material) => (
                <Material key={material.name} material={material} />
              ))}
            </ul>
          </Fragment>
        )
      })}
    </section>
  )
}

function Material({ material }: { material: RequiredMaterial }) {
  const { text } = useKiosk()
  const { name, form, copies, source, condition } = material
  const isBrought = form !== 'checked-online' && form !== 'made-at-window'
  const facts = [
    copies > 0 && isBrought ? `${text.item.form[form]} ${text.item.copies(copies)}` : text.item.form[form],
    ...(isBrought ? [text.item.source[source]] : []),
  ]
  return (
    <li>
      <strong className="material-name">{name}</strong>
      <span className="minor">{facts.join(text.listSeparator)}</span>
      {condition === '' ? null : <span className="minor">{text.item.condition(condition)}</span>}
    </li>
  )
}

function Conditions({ serviceItem }: { serviceItem: ServiceItem }) {
  const { view, text } = useKiosk()
  const { promisedLimit, statutoryLimit, kind, fee, holderRule, identity, department, remark } = serviceItem
  const queue = view.queues.find(({ letter }) => letter === serviceItem.queue)
  const { waiting, estimate } = queueWords(queue, text)
  const promised =
    promisedLimit !== null
      ? limitWords(promisedLimit, text)
      : kind === 'instant'
        ? text.item.onTheSpot
        : text.item.noPromise
  const statutory = statutoryLimit === null ? text.item.noStatutory : limitWords(statutoryLimit, text)
  return (
    <section className="card conditions">
      <h2>{text.item.limits}</h2>
      <dl className="facts">
        <Row term={text.item.promised} value={promised} />
        <Row term={text.item.statutory} value={statutory} note={statutoryLimit?.basis ?? ''} />
        <Row term={text.item.fee} value={fee === '' ? text.item.feeAsPosted : fee} note={text.item.noAgencyFee} />
        <Row
          term={text.item.whoMayTake}
          value={[text.item.holderRule[holderRule], text.item.identity[identity]].join(text.listSeparator)}
        />
        <Row term={text.item.department} value={department} />
        {queue === undefined || queue.openWindows.length === 0 ? null : (
          <Row term={text.item.windows} value={text.windows(queue.openWindows)} />
        )}
        <Row term={text.confirm.queue} value={waiting} note={estimate} />
        {remark === '' ? null : <Row term={text.item.remark} value={remark} />}
      </dl>
    </section>
  )
}

function Row({ term, value, note = '' }: { term: string; value: string; note?: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {value}
        {note === '' ? null : <span className="minor">{note}</span>}
      </dd>
    </div>
  )
}

function TakeKey({ serviceItem }: { serviceItem: ServiceItem }) {
  const { view, catalogue, flow, text, press } = useKiosk()
  const refusal = view.itemRefusals[serviceItem.itemCode]
  if (refusal === undefined) {
    return (
      <button type="button" className="main-key" onClick={() => press({ type: 'begin' })}>
        {text.item.take}
      </button>
    )
  }
  const { sentence, clause } = refusalWords(refusal, flow.language, { view, catalogue })
  return (
    <div className="no-number" role="status">
      <strong>{text.item.unavailable}</strong>
      <span>{sentence}</span>
      {clause === '' ? null : <span className="minor">{clause}</span>}
    </div>
  )
}
