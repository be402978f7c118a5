import { searchItems } from '../../common/item-search.ts'
import { useKiosk } from '../kiosk-context.ts'
import { AlphabetPad } from '../parts/key-pad.tsx'
import { PadPage } from '../parts/pad-page.tsx'
import { ItemTiles } from './items.tsx'

/** 按字母查找: the items that the letters so far may mean, best first. */
export function SearchPage({ typed }: { typed: string }) {
  const { catalogue, text } = useKiosk()
  const found = typed === '' ? [] : searchItems(catalogue?.serviceItems ?? [], typed)
  const shown = (
    <p className="typed" role="status">
      {typed}
    </p>
  )
  return (
    <PadPage title={text.search.title} typed={shown} pad={<AlphabetPad />}>
      {typed === '' ? <p>{text.search.hint}</p> : null}
      {typed !== '' && found.length === 0 ? <p role="status">{text.search.none}</p> : null}
      {found.length === 0 ? null : <ItemTiles serviceItems={found} />}
    </PadPage>
  )
}
