import type { ReceiptHall, TicketReceipt } from '../../main/printing/ticket-receipt.ts'

export const sampleHall: ReceiptHall = {
  name: '青山镇便民服务中心',
  supervisionPhone: '0000-1234567',
  missAfterCalls: 3,
  requeueTimesMax: 1,
  requeueAfter: 3,
  atDayEnd: 'carry',
}

/** An ordinary number taken at 09:05:12, Beijing time. */
export const sampleTicket: TicketReceipt = {
  number: 'A017',
  hallDay: '2026-11-23',
  itemName: '居民身份证申领、换领、补领',
  department: '公安局户籍科',
  windowNumbers: [3, 4],
  aheadCount: 12,
  estimateMinutes: 35,
  takenAt: Date.UTC(2026, 10, 23, 1, 5, 12),
  holderMask: '王**',
  holder: 'self',
  isPriority: false,
  isCarried: false,
  isNearClosing: false,
  isReprint: false,
  reprintCount: 0,
}
