import { z } from 'zod'
import { journalText, label } from './text-field.ts'
import type { HallSession } from './timetable.ts'
import type { ViolationCode } from './violation.ts'

/** 在岗, 因事离岗 (leave, outside duty, sent away), 离岗, 未设岗. */
export const postState = z.enum(['on-post', 'excused', 'away', 'not-staffed'])
export type PostState = z.infer<typeof postState>

/** 着装, 工牌, 仪容, 用语, 台面 (篇5.5, 5.6, 5.8). */
export const conductItem = z.enum(['dress', 'badge', 'appearance', 'speech', 'desk'])
export type ConductItem = z.infer<typeof conductItem>

/** The six prohibitions of 篇5.7: 迟到早退缺席, 外出私事, 游戏影视炒股, 聚堆吃东西, 饮酒, 其他. */
export const prohibition = z.enum(['attendance', 'errands', 'screen-leisure', 'gathering', 'drink', 'other'])
export type Prohibition = z.infer<typeof prohibition>

/** What may be proposed where an item is wrong (篇5.5, 5.6, 5.8). */
export const codesOfItem: Record<ConductItem, readonly ViolationCode[]> = {
  dress: ['dress'],
  badge: ['badge'],
  appearance: ['dress'],
  speech: ['forbidden-phrase', 'neglecting-visitor', 'quarrel', 'four-difficulties'],
  desk: ['untidy-desk'],
}

/** What may be proposed of a prohibition: the cases of its own clause, 篇5.7（一） to （六）. */
export const codesOfProhibition: Record<Prohibition, readonly ViolationCode[]> = {
  attendance: ['late', 'left-early', 'absent', 'off-post'],
  errands: ['breakfast-out', 'private-errand'],
  'screen-leisure': ['computer-game', 'watching-films', 'stock-trading', 'unrelated-screen'],
  gathering: ['chatting', 'eating', 'unrelated-matter'],
  drink: ['drinking'],
  other: ['other-discipline'],
}

/** What may be proposed of somebody who is away and not excused. */
const codesOfAway: readonly ViolationCode[] = ['off-post']

/** One window as a round finds it. Everything that is not named as wrong was looked at and in order. */
export const windowCheck = z.strictObject({
  windowNumber: z.int().min(1).max(99),
  post: postState,
  /** Why an excused person was away. */
  excuse: journalText(60).default(''),
  wrongItems: z.array(conductItem).max(5).default([]),
  prohibitions: z.array(prohibition).max(6).default([]),
  note: journalText(200).default(''),
})
export type WindowCheck = z.infer<typeof windowCheck>

/** 可提请的情形: what a check of a window can lead to; empty when everything was in order. */
export function codesOfCheck(check: Pick<WindowCheck, 'post' | 'wrongItems' | 'prohibitions'>): ViolationCode[] {
  const codes = [
    ...(check.post === 'away' ? codesOfAway : []),
    ...check.prohibitions.flatMap((one) => codesOfProhibition[one]),
    ...check.wrongItems.flatMap((one) => codesOfItem[one]),
  ]
  return [...new Set(codes)]
}

/** 环境设备 of section F: 取号机, 大屏, 评价器, 打印机, 网络, 消防, 卫生. */
export const environmentItem = z.enum(['kiosk', 'display', 'rating', 'printer', 'network', 'fire-safety', 'hygiene'])
export type EnvironmentItem = z.infer<typeof environmentItem>

export const environmentFault = z.strictObject({ item: environmentItem, note: label(100) })
export type EnvironmentFault = z.infer<typeof environmentFault>

/** A check with whom it was about, and the leave (`excusedBy`) that excuses him. */
export type PatrolCheck = WindowCheck & { staffId: string | null; excusedBy: number | null; at: number }

/** 一轮巡查 of one half-day: the windows one by one (domain 5-20). Instants in epoch ms. */
export interface PatrolRound {
  patrolId: number
  day: string
  half: HallSession
  /** 1 for the first round of the half-day. */
  ordinal: number
  startedAt: number
  startedBy: string
  /** In the order they were taken; the newest of a window counts. */
  checks: PatrolCheck[]
  environment: EnvironmentFault[]
  finishedAt: number | null
  note: string
}

/** 缺少的巡查: rounds that a half-day which is over lacks (domain 5-20). */
export interface PatrolsMissing {
  half: HallSession
  finished: number
  missing: number
}
