import type { PriorityGround } from '../../shared/vocabulary/ticket.ts'
import { clerkText } from '../common/text/clerk.ts'
import { common } from '../common/text/common.ts'

/** Why a number has priority, in a word beside a star: never by colour alone. */
export function PriorityMark({ ground }: { ground: PriorityGround }) {
  if (ground === 'none') return null
  return (
    <span className="priority-mark">
      <svg viewBox="0 0 16 16" width="13" height="13" aria-hidden="true">
        <path d="M8 1l2.1 4.5 4.9.6-3.6 3.4.9 4.9L8 12l-4.3 2.4.9-4.9L1 6.1l4.9-.6z" fill="currentColor" />
      </svg>
      {clerkText.current.priority(common.priorityGround[ground])}
    </span>
  )
}
