import { Descriptions } from 'antd'
import { z } from 'zod'
import { consoleText } from '../../common/text/console.ts'

const words = consoleText.desk

/** What the hub tells of a number that was given. */
export const ticketMade = z.object({
  ticketId: z.number(),
  number: z.string(),
  aheadCount: z.number(),
  estimateMinutes: z.number().nullable(),
  windowNumbers: z.array(z.number()),
  isNearClosing: z.boolean(),
})
export type TicketMade = z.infer<typeof ticketMade>

export function MadeTicket({ made }: { made: TicketMade }) {
  const { number, aheadCount, estimateMinutes, windowNumbers, isNearClosing } = made
  return (
    <section className="made-ticket" aria-live="polite" aria-label={words.takenNumber}>
      <strong className="made-number">{number}</strong>
      <Descriptions
        size="small"
        column={1}
        items={[
          { key: 'ahead', label: words.aheadLabel, children: words.ahead(aheadCount) },
          ...(estimateMinutes === null
            ? []
            : [{ key: 'estimate', label: consoleText.hall.estimate, children: words.estimate(estimateMinutes) }]),
          { key: 'windows', label: consoleText.hall.windows, children: words.goTo(windowNumbers) },
        ]}
      />
      {isNearClosing && <p role="alert">{words.nearClosing}</p>}
      <p className="soft">{words.noPaper}</p>
    </section>
  )
}
