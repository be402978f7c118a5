import type { Deadline, Filing, FilingStage } from '../vocabulary/filing.ts'
import type { ItemStage } from '../vocabulary/service-item.ts'
import { assert } from './decision.ts'

type Stages = readonly FilingStage[]

/** The stages of an item as a filing sets out with them. */
export function plannedStages(stages: readonly ItemStage[]): FilingStage[] {
  return stages.map((stage) => ({ ...stage, handlerId: null, begun: null, ended: null }))
}

function isOpen({ begun, ended }: FilingStage): boolean {
  return begun !== null && ended === null
}

/** The stage a filing is in; at most one. */
export function openStageOf({ stages }: Pick<Filing, 'stages'>): FilingStage | undefined {
  return stages.find(isOpen)
}

/** The stages that have not begun, the next one first. */
export function stagesAhead({ stages }: Pick<Filing, 'stages'>): FilingStage[] {
  return stages.filter(({ begun }) => begun === null)
}

/** 经办人 of a stage: whoever is in charge of the filing, unless it was given to somebody. */
export function handlerOf({ handlerId }: FilingStage, { ownerId }: Pick<Filing, 'ownerId'>): string {
  return handlerId ?? ownerId
}

/** Begins the first stage that has not begun, if there is one. `day` and `at` (epoch ms): from when it is counted. */
export function withNextBegun(
  stages: Stages,
  begun: { day: string; at: number; due: Deadline | null | undefined },
  handlerId: string | null = null,
): FilingStage[] {
  const next = stages.findIndex((stage) => stage.begun === null)
  return stages.map((stage, place) => (place === next ? { ...stage, handlerId, begun: dated(begun) } : stage))
}

/** Ends the open stage, if there is one; who handled it stays as it was then. */
export function withOpenEnded(
  filing: Pick<Filing, 'stages' | 'ownerId'>,
  ended: { at: number; opinion: string },
): FilingStage[] {
  return changedOpen(filing.stages, (stage) => ({ handlerId: handlerOf(stage, filing), ended }))
}

/** The open stage with a due time that was counted anew. */
export function withOpenDue(stages: Stages, due: Deadline | null | undefined): FilingStage[] {
  return changedOpen(stages, ({ begun }) => ({ begun: begun === null ? null : dated({ ...begun, due }) }))
}

/** What somebody holds of the open stage goes to another. */
export function withOpenHandedOver(stages: Stages, fromStaffId: string, toStaffId: string): FilingStage[] {
  return changedOpen(stages, ({ handlerId }) => (handlerId === fromStaffId ? { handlerId: toStaffId } : {}))
}

function changedOpen(stages: Stages, change: (open: FilingStage) => Partial<FilingStage>): FilingStage[] {
  return stages.map((stage) => (isOpen(stage) ? { ...stage, ...change(stage) } : stage))
}

function dated({ day, at, due }: { day: string; at: number; due: Deadline | null | undefined }) {
  assert(due != null, 'a stage that has begun is due some time')
  return { day, at, due }
}
