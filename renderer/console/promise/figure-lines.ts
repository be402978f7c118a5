import type { PromiseFigures } from '../../../shared/contract/promise-view.ts'
import { consoleText } from '../../common/text/console.ts'
import { consolePromise } from '../../common/text/console-promise.ts'

const words = consolePromise.figures

/** One figure as it is shown: its name, its value, and what exactly it counts. */
export interface Figure {
  name: string
  value: string
  definition: string
}

type Said = Readonly<Record<string, { name: string; definition: string }>>

function linesOf<S extends Said>(said: S, values: Readonly<Record<keyof S, number>>): Figure[] {
  return (Object.keys(said) as (keyof S)[]).map((key) => ({ ...said[key]!, value: String(values[key]) }))
}

/** 统计 in the order in which a matter passes through the hall. */
export function figuresIn({
  inquiries,
  notices,
  homeVisits,
  filings,
}: PromiseFigures): { title: string; lines: Figure[] }[] {
  const { decided, onTime } = filings
  const rate = decided === 0 ? consoleText.none : `${((onTime / decided) * 100).toFixed(1)}%`
  return [
    { title: words.title.inquiries, lines: linesOf(words.inquiryFigures, inquiries) },
    { title: words.title.notices, lines: linesOf(words.noticeFigures, notices) },
    { title: words.title.homeVisits, lines: linesOf(words.homeVisitFigures, homeVisits) },
    { title: words.title.filings, lines: linesOf(words.filingFigures, filings) },
    {
      title: words.title.decisions,
      lines: [...linesOf(words.decisionFigures, filings), { ...words.onTimeRate, value: rate }],
    },
  ]
}
