import type { MonthReviewView } from '../../../shared/contract/month-view.ts'
import { monthReview } from '../../../shared/rules/month-review.ts'
import { instantAt } from '../../support/hand-clock.ts'
import { caseOf, monthFacts, overdueFiling } from '../../support/month-facts.ts'

/** A small month, told by the rule itself: a case of playing, one late filing, and one that waits. */
export function sampleMonth(now = instantAt('2026-06-01', '09:00')): MonthReviewView {
  const violations = [caseOf(1, 'computer-game', 3), caseOf(2, 'badge', 1, { status: 'proposed' })]
  return {
    review: monthReview(monthFacts({ now, violations, overdue: [overdueFiling({ staffId: 'clerk-2' })] })),
    names: {
      staff: {
        'clerk-1': { staffNumber: '1001', name: '赵甲' },
        'clerk-2': { staffNumber: '1002', name: '钱乙' },
        'guide-1': { staffNumber: '2001', name: '孙导' },
      },
      windows: { 1: '综合一', 2: '综合二' },
    },
    hallName: '青溪镇便民服务中心',
  }
}
