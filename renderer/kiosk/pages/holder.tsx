import type { TicketHolder } from '../../../shared/vocabulary/ticket.ts'
import { useKiosk } from '../kiosk-context.ts'
import { PageFrame } from '../parts/page-frame.tsx'

/** 本人 or 代办. */
export function HolderPage() {
  const { text, press } = useKiosk()
  const choices: { holder: TicketHolder; name: string; hint: string }[] = [
    { holder: 'self', name: text.holder.self, hint: text.holder.selfHint },
    { holder: 'agent', name: text.holder.agent, hint: text.holder.agentHint },
  ]
  return (
    <PageFrame title={text.holder.title} layout="message">
      <div className="choices">
        {choices.map(({ holder, name, hint }) => (
          <button
            key={holder}
            type="button"
            className="tile choice"
            onClick={() => press({ type: 'choose-holder', holder })}
          >
            <strong>{name}</strong>
            <span className="minor">{hint}</span>
          </button>
        ))}
      </div>
    </PageFrame>
  )
}
