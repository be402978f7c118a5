import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useMemo, useRef } from 'react'
import type { HallReport, ReportRow } from '../../../shared/contract/hall-report.ts'
import { type ReportFigure, reportFigures } from '../../../shared/vocabulary/report-figure.ts'
import { reportsText } from '../../common/text/console-reports.ts'

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

const words = reportsText.charts
const colours = ['#0b4f9e', '#c4700a', '#2c7a4b']
const font = { fontFamily: 'inherit', fontSize: 13, color: '#1d2733' }
/** More bars than this are not told apart; the rest stands in one. */
const itemsShown = 8

/** What people would rather look at than read: the day's rush, waits from day to day, what people come for. */
export function ReportCharts({ report }: { report: HallReport }) {
  const { hour, day } = report.splits
  const hours = useMemo(() => hoursOption(hour), [hour])
  const days = useMemo(() => daysOption(day), [day])
  const items = useMemo(() => itemsOption(report), [report])
  return (
    <div className="report-charts">
      <Chart title={words.hours} option={hours} />
      {day.length > 1 && <Chart title={words.days} option={days} />}
      <Chart title={words.items} option={items} />
    </div>
  )
}

function Chart({ title, option }: { title: string; option: EChartsCoreOption }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const chart = init(place.current, null, { renderer: 'svg' })
    chart.setOption({ animation: false, textStyle: font, color: colours, aria: { enabled: true }, ...option })
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(place.current!)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [option])
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <div className="report-chart" ref={place} />
    </figure>
  )
}

const figureNames = (rows: readonly ReportRow[]) => rows.map(({ name }) => name)
const axisLabel = { ...font, fontSize: 12 }

function series(type: 'bar' | 'line', figure: ReportFigure, rows: readonly ReportRow[]) {
  const data = rows.map(({ figures }) => figures[figure])
  return { type, name: reportFigures[figure].name, data, symbolSize: 5, barMaxWidth: 28 }
}

function hoursOption(rows: readonly ReportRow[]): EChartsCoreOption {
  return {
    ...besideEachOther,
    xAxis: { type: 'category', data: rows.map(({ key }) => `${key}:00`), axisLabel },
    series: [series('bar', 'taken', rows), series('line', 'waiting', rows)],
  }
}

function daysOption(rows: readonly ReportRow[]): EChartsCoreOption {
  return {
    ...besideEachOther,
    xAxis: { type: 'category', data: figureNames(rows).map((day) => day.slice(5)), axisLabel },
    series: [series('line', 'waitMean', rows), series('line', 'waitP90', rows)],
  }
}

const besideEachOther = {
  grid: { left: 44, right: 16, top: 34, bottom: 28 },
  legend: { top: 0, textStyle: font },
  tooltip: { trigger: 'axis', valueFormatter: shortNumber },
  yAxis: { type: 'value', axisLabel, minInterval: 1 },
}

function shortNumber(value: unknown): string {
  return typeof value === 'number' ? String(Math.round(value * 10) / 10) : ''
}

/** The most asked items from the top, and all the others together. */
function itemsOption({ splits, total }: HallReport): EChartsCoreOption {
  const taken = ({ figures }: ReportRow) => figures.taken ?? 0
  const items = [...splits.item].sort((one, other) => taken(other) - taken(one))
  const others = items.slice(itemsShown).reduce((sum, row) => sum + taken(row), 0)
  const bars = [
    ...items.slice(0, itemsShown).map((row) => ({ name: row.name, count: taken(row) })),
    ...(others > 0 ? [{ name: words.others, count: others }] : []),
  ].reverse()
  const all = taken(total)
  return {
    grid: { left: 168, right: 56, top: 8, bottom: 28 },
    xAxis: { type: 'value', axisLabel: { ...axisLabel, formatter: '{value}%' } },
    yAxis: {
      type: 'category',
      data: bars.map(({ name }) => name),
      axisLabel: { ...axisLabel, width: 152, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        data: bars.map(({ count }) => Math.round((count / all) * 1000) / 10),
        barMaxWidth: 22,
        label: { ...font, show: true, position: 'right', formatter: '{c}%' },
      },
    ],
  }
}
