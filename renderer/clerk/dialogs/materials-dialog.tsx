import { useState } from 'react'
import { useStore } from 'zustand'
import type { RequiredMaterial, ServiceItem, TimeLimit } from '../../../shared/vocabulary/service-item.ts'
import { clerkText } from '../../common/text/clerk.ts'
import { common } from '../../common/text/common.ts'
import { useDesk } from '../desk-context.ts'
import { DeskModal } from './desk-modal.tsx'
import { ItemSearch, useItemSearch } from './item-search.tsx'

const words = clerkText.materials

/** What an item asks for, to be told in one go (篇5.3): that of the current number, or of one looked up. */
export function MaterialsDialog({ itemCode }: { itemCode: string | null }) {
  const desk = useDesk()
  const items = useStore(desk.items)
  const search = useItemSearch()
  const [isSearching, setSearching] = useState(itemCode === null)
  const shown = isSearching ? search.chosen : (items?.find((item) => item.itemCode === itemCode) ?? null)
  return (
    <DeskModal
      title={shown === null ? words.title : words.forItem(shown.name)}
      confirmText={isSearching ? words.close : words.another}
      onConfirm={isSearching ? desk.dismiss : () => setSearching(true)}
      onStep={search.onStep}
      width={860}
    >
      {isSearching && <ItemSearch search={search} />}
      {shown !== null && <ItemGuide item={shown} />}
    </DeskModal>
  )
}

function ItemGuide({ item }: { item: ServiceItem }) {
  return (
    <div className="item-guide">
      <p>
        {[
          item.department,
          words.kind[item.kind],
          item.promisedLimit === null ? '' : words.promisedLimit(limitText(item.promisedLimit)),
          item.statutoryLimit === null ? words.noStatutoryLimit : words.statutoryLimit(limitText(item.statutoryLimit)),
          common.minutes(item.serviceMinutes),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {item.materials.length === 0 ? <p>{words.none}</p> : <MaterialTable materials={item.materials} />}
      {item.fee !== '' && <p>{words.fee(item.fee)}</p>}
      {item.remark !== '' && <p>{words.remark(item.remark)}</p>}
      <p className="item-guide-one-go">{clerkText.answers.withClause(words.oneGo, words.clause)}</p>
    </div>
  )
}

function MaterialTable({ materials }: { materials: readonly RequiredMaterial[] }) {
  return (
    <table className="material-table">
      <thead>
        <tr>
          <th scope="col">{words.material}</th>
          <th scope="col">{words.needed}</th>
          <th scope="col">{words.as}</th>
          <th scope="col">{words.from}</th>
        </tr>
      </thead>
      <tbody>
        {materials.map((material) => (
          <tr key={material.name}>
            <td>
              {material.name}
              {material.condition !== '' && <small>{words.condition(material.condition)}</small>}
            </td>
            <td>{words.need[material.need]}</td>
            <td>
              {words.form[material.form]} {words.copies(material.copies)}
            </td>
            <td>{words.source[material.source]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function limitText({ amount, unit }: TimeLimit): string {
  return `${amount} ${words.unit[unit]}`
}
