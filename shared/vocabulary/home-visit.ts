import { z } from 'zod'
import { signatureMeans } from './filing.ts'
import { party } from './party.ts'

/** 待派单 / 已派单 / 已上门 / 办结 / 已取消 */
export const homeVisitStatus = z.enum(['asked', 'dispatched', 'visited', 'ended', 'cancelled'])
export type HomeVisitStatus = z.infer<typeof homeVisitStatus>

/** 希望的时间: 上午, 下午, 全天. */
export const wishedHalf = z.enum(['morning', 'afternoon', 'either'])
export type WishedHalf = z.infer<typeof wishedHalf>

/** 上门结果: settled at the door, or 带回办理, which the line of the register waits for. */
export const visitResult = z.enum(['settled', 'taken-along'])
export type VisitResult = z.infer<typeof visitResult>

/** 申请人确认: 签字板, 纸质, 拒绝. */
export const visitConfirmation = signatureMeans.extract(['pad', 'paper', 'refused'])
export type VisitConfirmation = z.infer<typeof visitConfirmation>

/** Who waits at home: nobody finds him without phone and address, while an ID may be shown at the door. */
export const visitParty = party.extend({
  idKind: party.shape.idKind.unwrap().default('none'),
  phone: party.shape.phone.unwrap().min(1, '请填写联系电话'),
  address: party.shape.address.unwrap().min(1, '请填写上门地址'),
})

/**
 * 上门服务 (篇1.2): an appointment at somebody's home. It hangs on one line of the register, whose
 * `inquiryId` is its key. Instants in epoch ms.
 */
export interface HomeVisit {
  inquiryId: number
  /** 上门服务单编号, `SM-2026-000001`. */
  number: string
  status: HomeVisitStatus
  partyId: string
  askedAt: number
  wishedDay: string
  wishedHalf: WishedHalf
  /** 上门人; there from the dispatch on. */
  visitorId: string | null
  appointmentAt: number | null
  /** 改约, oldest first. */
  reschedules: { fromAt: number; toAt: number; reason: string; at: number }[]
  report: { result: VisitResult; note: string; at: number } | null
  confirmation: { means: VisitConfirmation; reason: string; at: number } | null
  cancelled: { reason: string; at: number } | null
  /** Dispatched, moved or reported later than promised, at least once. */
  isLate: boolean
}
