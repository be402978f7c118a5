import type { Catalogue } from '../../../shared/contract/contract.ts'
import { useKiosk } from '../kiosk-context.ts'
import { PageFrame } from '../parts/page-frame.tsx'
import { PhaseBanner } from '../parts/phase-banner.tsx'
import { ScrollPane } from '../parts/scroll-pane.tsx'
import { nameIn } from '../words.ts'

/** The page a citizen finds: is it open, and what is the business. */
export function HomePage() {
  const { view, text } = useKiosk()
  return (
    <div className="page">
      <ScrollPane>
        <div className="home">
          <PhaseBanner />
          <section className="home-choice">
            <h1>{view.phase.issuingRefusal === null ? text.start.title : text.start.browseTitle}</h1>
            <div className="key-row">
              <SearchKey />
              <BoardsKey />
            </div>
            <Categories />
          </section>
          <p className="privacy">{text.start.privacy}</p>
        </div>
      </ScrollPane>
    </div>
  )
}

/** 按拼音首字母查找: for whom the categories do not help. */
function SearchKey() {
  const { catalogue, text, press } = useKiosk()
  if (catalogue === null) return null
  return (
    <button type="button" className="plain-key" onClick={() => press({ type: 'start-search' })}>
      {text.search.start}
    </button>
  )
}

/** 公开栏 (篇1.4): offered once it is complete. */
function BoardsKey() {
  const { catalogue, text, press } = useKiosk()
  if (catalogue === null || catalogue.boards.missing.length > 0) return null
  return (
    <button type="button" className="plain-key" onClick={() => press({ type: 'show-boards' })}>
      {text.boards.open}
    </button>
  )
}

/** All categories again, on the way with a number of the last workday. */
export function CategoriesPage() {
  const { text } = useKiosk()
  return (
    <PageFrame title={text.start.title}>
      <SearchKey />
      <Categories />
    </PageFrame>
  )
}

function Categories() {
  const { catalogue, flow, text, press } = useKiosk()
  if (catalogue === null) return <p className="minor">{text.start.noCatalogue}</p>
  return (
    <div className="tiles categories">
      {categoriesOf(catalogue).map(({ category, serviceItems }) => (
        <button
          key={category}
          type="button"
          className="tile category-tile"
          onClick={() => press({ type: 'choose-category', category })}
        >
          <strong>{category}</strong>
          <span className="minor">
            {serviceItems.map((serviceItem) => nameIn(serviceItem, flow.language)).join(text.listSeparator)}
          </span>
        </button>
      ))}
    </div>
  )
}

/** Categories in the order in which their first items stand in the hall's list. */
function categoriesOf({ serviceItems }: Catalogue) {
  const byCategory = new Map<string, Catalogue['serviceItems']>()
  for (const serviceItem of serviceItems) {
    byCategory.set(serviceItem.category, [...(byCategory.get(serviceItem.category) ?? []), serviceItem])
  }
  return [...byCategory].map(([category, items]) => ({ category, serviceItems: items }))
}
