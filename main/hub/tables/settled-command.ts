import type { Outcome } from '../../../shared/contract/outcome.ts'
import type { Store } from '../store/store.ts'

export interface SettledCommand {
  type: string
  actor: string
  outcome: Outcome
}

/** 已裁定的指令: a resend gets the first answer, refusals included: a press refused at 9:00 takes no effect at 9:05. */
export function createSettledCommandTable(store: Store) {
  const find = store.prepare('SELECT type, actor, outcome FROM settled_command WHERE command_id = ?')
  const insert = store.prepare(
    'INSERT INTO settled_command (command_id, type, actor, at, outcome) VALUES (?, ?, ?, ?, ?)',
  )
  const forget = store.prepare('DELETE FROM settled_command WHERE at < ?')
  return {
    find(commandId: string): SettledCommand | undefined {
      const row = find.get(commandId) as { type: string; actor: string; outcome: string } | undefined
      return row === undefined ? undefined : { ...row, outcome: JSON.parse(row.outcome) as Outcome }
    },
    remember: (commandId: string, type: string, actor: string, at: number, outcome: Outcome) =>
      insert.run(commandId, type, actor, at, JSON.stringify(outcome)),
    /** A screen resends within seconds; older answers are not asked for again. `before` in epoch ms. */
    forgetBefore: (before: number) => forget.run(before).changes,
  }
}
export type SettledCommandTable = ReturnType<typeof createSettledCommandTable>
