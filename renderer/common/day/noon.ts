import type { PhaseView } from '../../../shared/contract/view.ts'

/** When the morning ends by today's hours, where the halves of a day meet; noon on a rest day. */
export function noonOf({ segments }: Pick<PhaseView, 'segments'>): string {
  return segments.find(({ phase }) => phase === 'open')?.to ?? '12:00'
}
