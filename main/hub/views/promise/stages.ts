import type { StageView } from '../../../../shared/contract/promise-view.ts'
import { lightOfStage } from '../../../../shared/rules/filing-stage.ts'
import { handlerOf } from '../../../../shared/rules/stage-state.ts'
import type { Filing } from '../../../../shared/vocabulary/filing.ts'

/** The stages of a filing with who handles each and its light at `now` (epoch ms); nobody is named for what has not begun. */
export function stageViews(filing: Filing, now: number, nameOf: (staffId: string) => string): StageView[] {
  return filing.stages.map((stage) => ({
    ...stage,
    handlerName: stage.begun === null ? '' : nameOf(handlerOf(stage, filing)),
    light: lightOfStage(stage, filing, now),
  }))
}
