import { Card } from 'antd'
import { useState } from 'react'
import { consoleText } from '../../common/text/console.ts'
import { FindTicket } from './find-ticket.tsx'
import { MadeTicket, type TicketMade } from './made-ticket.tsx'
import { TakeTicketCard } from './take-ticket-card.tsx'

/** 导办台: a number for somebody who needs help or has priority, and numbers that are put right. */
export function DeskPage() {
  const [made, setMade] = useState<TicketMade | null>(null)
  return (
    <div className="desk">
      <TakeTicketCard onTaken={setMade} />
      <div className="desk-side">
        {made !== null && <MadeTicket made={made} />}
        <Card title={consoleText.desk.findTitle}>
          <FindTicket />
        </Card>
      </div>
    </div>
  )
}
