import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useKiosk } from '../kiosk-context.ts'

const pageShare = 0.8

/** A list that may be longer than the screen: two keys move it, for who does not know how to swipe. */
export function ScrollPane({ children }: { children: ReactNode }) {
  const { text } = useKiosk()
  const pane = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState({ above: false, below: false })

  useEffect(() => {
    const list = pane.current
    if (list === null) return
    const measure = () => {
      const above = list.scrollTop > 1
      const below = list.scrollTop + list.clientHeight < list.scrollHeight - 1
      setRoom((before) => (before.above === above && before.below === below ? before : { above, below }))
    }
    measure()
    list.addEventListener('scroll', measure, { passive: true })
    const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(measure)
    observer?.observe(list)
    for (const child of list.children) observer?.observe(child)
    return () => {
      list.removeEventListener('scroll', measure)
      observer?.disconnect()
    }
  }, [])

  const scroll = (direction: 1 | -1) => {
    const list = pane.current
    list?.scrollBy({ top: direction * list.clientHeight * pageShare, behavior: 'smooth' })
  }
  return (
    <div className="scroll-pane">
      <div className="scroll-list" ref={pane}>
        {children}
      </div>
      {room.above || room.below ? (
        <div className="scroll-keys">
          <button type="button" disabled={!room.above} onClick={() => scroll(-1)}>
            <span aria-hidden="true">▲</span> {text.scrollUp}
          </button>
          <button type="button" disabled={!room.below} onClick={() => scroll(1)}>
            <span aria-hidden="true">▼</span> {text.scrollDown}
          </button>
        </div>
      ) : null}
    </div>
  )
}
