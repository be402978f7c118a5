import type { ReactNode } from 'react'
import { ScrollPane } from './scroll-pane.tsx'

interface PageFrameParts {
  title: string
  /** A list begins at the top, a message stands in the middle. */
  layout?: 'list' | 'message'
  /** What stays in sight however long the page is: the keys. */
  foot?: ReactNode
  children: ReactNode
}

/** A page: its title, what there is to read, and its keys. */
export function PageFrame({ title, layout = 'list', foot, children }: PageFrameParts) {
  return (
    <div className={`page ${layout}`}>
      <h1>{title}</h1>
      <ScrollPane>
        <div className="page-body">{children}</div>
      </ScrollPane>
      {foot === undefined ? null : <div className="page-foot">{foot}</div>}
    </div>
  )
}
