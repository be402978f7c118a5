import type { ReactNode } from 'react'
import { ScrollPane } from './scroll-pane.tsx'

interface PadPageParts {
  title: string
  typed: ReactNode
  pad: ReactNode
  foot?: ReactNode
  children: ReactNode
}

/** A page to type on: what was typed and the keys are always in sight, the words may be longer. */
export function PadPage({ title, typed, pad, foot, children }: PadPageParts) {
  return (
    <div className="page">
      <h1>{title}</h1>
      <div className="pad-page">
        <div className="pad-side">
          {typed}
          <ScrollPane>
            <div className="pad-words">{children}</div>
          </ScrollPane>
        </div>
        {pad}
      </div>
      {foot === undefined ? null : <div className="page-foot">{foot}</div>}
    </div>
  )
}
