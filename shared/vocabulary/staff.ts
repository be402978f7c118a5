import { z } from 'zod'
import { journalText, label } from './text-field.ts'

/** 窗口人员 / 导办 / 值班主任 / 系统管理员 / 原单位联络人 */
export const staffRole = z.enum(['clerk', 'guide', 'supervisor', 'administrator', 'liaison'])
export type StaffRole = z.infer<typeof staffRole>

/** 工号: what staff sign in with. */
export const staffNumber = z.string().regex(/^[A-Za-z0-9-]{1,12}$/, '工号只能用字母、数字和连字符，最多 12 位')

/** One person of the hall's staff. The name is kept beside the journal, not in it. */
export const staffMember = z.strictObject({
  staffNumber,
  name: label(20),
  role: staffRole,
  homeUnit: journalText(40).default(''),
  /** Windows this person may open; empty: every window. */
  windowNumbers: z.array(z.int().min(1).max(99)).max(99).default([]),
})
export type StaffMember = z.infer<typeof staffMember>

/** 口令: at least eight characters; the hub keeps a scrypt hash only. */
export const password = z.string().min(8, '口令至少 8 位').max(128, '口令太长')

/** The programs of the hall. */
export const screenKind = z.enum(['kiosk', 'clerk', 'display', 'console', 'countertop'])
export type ScreenKind = z.infer<typeof screenKind>

/**
 * Where a screen of that kind begins on the hub. A countertop belongs to one window and says so in its
 * address; the others choose, or show the whole hall.
 */
export function screenPath(kind: ScreenKind, windowNumber: number | null | undefined): string {
  return windowNumber == null ? `/${kind}/` : `/${kind}/?window=${windowNumber}`
}

/** Who sends a command: someone signed in, a machine without a person (kiosk, display), or the hub itself. */
export type Actor =
  | { kind: 'staff'; staffId: string; role: StaffRole; screenId: string; windowNumbers: number[] }
  | { kind: 'screen'; screenKind: ScreenKind; screenId: string }
  | { kind: 'hub' }

/** The actor as the journal keeps it: `staff:…`, `screen:…` or `hub`. */
export function actorName(actor: Actor): string {
  if (actor.kind === 'staff') return `staff:${actor.staffId}`
  if (actor.kind === 'screen') return `screen:${actor.screenId}`
  return 'hub'
}
