import type { z } from 'zod'
import { type Profile, profile } from '../../shared/vocabulary/profile.ts'

/** A Wednesday like any other; the notice of 2026 does not name it, nor the days around it. */
export const workday = '2026-05-13'
export const nextDay = '2026-05-14'

/** Numbers that are right by GB 11643 and belong to nobody: born 1990, 1960 (66 years) and 2008. */
export const demoIds = {
  adult: '999999199001010016',
  elderly: '999999196002290028',
  minor: '999999200803150032',
} as const

type ProfileInput = z.input<typeof profile>

/**
 * A hall small enough to be known by heart: queue A at windows 1 and 2, B at 2 and 3, C at 4; queue D
 * has an item and no window. 1001 may sit at windows 1 and 2 only, the other clerks anywhere.
 */
export function sampleProfile(changes: Partial<ProfileInput> = {}): Profile {
  const regular: ProfileInput['timetables'][number] = {
    timetableId: 'regular',
    name: '常年作息',
    validFrom: '2020-01-01',
    validTo: null,
    segments: [
      { from: '08:00', to: '12:00', phase: 'open' },
      { from: '14:00', to: '17:00', phase: 'open' },
      { from: '17:00', to: '18:00', phase: 'linkup' },
    ],
  }
  const item = (itemCode: string, queue: string, more: Partial<ProfileInput['serviceItems'][number]> = {}) => ({
    itemCode,
    name: `事项 ${itemCode}`,
    category: '综合',
    department: '便民服务中心',
    queue,
    kind: 'instant' as const,
    basis: '样本条例第一条',
    conditions: '本地居民',
    quantity: '无数量限制',
    procedure: ['申请', '办结'],
    materials: [{ name: '居民身份证' }],
    sample: '样表见填表台',
    ...more,
  })
  const staff = (staffNumber: string, name: string, role: 'clerk' | 'guide' | 'supervisor' | 'administrator') => ({
    staffNumber,
    name,
    role,
  })
  return profile.parse({
    hall: { name: '样本便民服务中心' },
    queues: [
      { letter: 'A', name: '社保' },
      { letter: 'B', name: '户籍' },
      { letter: 'C', name: '综合' },
      { letter: 'D', name: '无窗口' },
    ],
    serviceItems: [
      item('A-REG', 'A'),
      item('A-PAY', 'A'),
      item('A-SELF', 'A', { holderRule: 'self-only', identity: 'required' }),
      item('B-REG', 'B'),
      item('B-QUOTA', 'B', { quotaMorning: 3, quotaAfternoon: 2 }),
      item('B-EARLY', 'B', { lastTicketMinutes: 30 }),
      item('C-ASK', 'C'),
      item('D-NONE', 'D'),
    ],
    serviceWindows: [
      { windowNumber: 1, name: '社保一', queues: ['A'] },
      { windowNumber: 2, name: '社保户籍', queues: ['A', 'B'] },
      { windowNumber: 3, name: '户籍', queues: ['B'] },
      { windowNumber: 4, name: '综合', queues: ['C'] },
    ],
    staff: [
      { ...staff('1001', '钱一', 'clerk'), windowNumbers: [1, 2] },
      staff('1002', '钱二', 'clerk'),
      staff('1003', '钱三', 'clerk'),
      staff('1004', '钱四', 'clerk'),
      staff('2001', '孙导', 'guide'),
      staff('3001', '李主任', 'supervisor'),
      staff('9001', '周管理', 'administrator'),
    ],
    timetables: [regular],
    ...changes,
  })
}
