import { Table, Tooltip } from 'antd'
import type { HallReport, ReportRow } from '../../../shared/contract/hall-report.ts'
import {
  definitionsOf,
  figuresOf,
  figureText,
  type ReportFigure,
  type ReportSplit,
  type ReportTable,
  reportFigures,
  reportSplitWords,
  reportTables,
  reportTableWords,
} from '../../../shared/vocabulary/report-figure.ts'
import { reportsText as words } from '../../common/text/console-reports.ts'

const tables = Object.keys(reportTables) as ReportTable[]

interface ReportTablesProps {
  report: HallReport
  split: ReportSplit
}

/** One table for each group of figures, and below them what each figure counts. */
export function ReportTables({ report, split }: ReportTablesProps) {
  return (
    <>
      {tables.map((table) => (
        <section key={table} aria-label={reportTableWords[table]}>
          <h2>{reportTableWords[table]}</h2>
          <FigureTable report={report} split={split} figures={figuresOf(table, split)} />
        </section>
      ))}
      <h2>{words.definitions}</h2>
      <dl className="definitions">
        {definitionsOf(split).map(({ name, definition }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{definition}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function FigureTable({ report, split, figures }: ReportTablesProps & { figures: readonly ReportFigure[] }) {
  return (
    <Table<ReportRow>
      size="small"
      rowKey="key"
      pagination={false}
      dataSource={report.splits[split]}
      locale={{ emptyText: words.empty }}
      columns={[
        { title: reportSplitWords[split].key, dataIndex: 'name', width: 220, ellipsis: true },
        ...figures.map((figure) => ({
          key: figure,
          title: <Tooltip title={reportFigures[figure].definition}>{reportFigures[figure].name}</Tooltip>,
          align: 'right' as const,
          render: (_: unknown, row: ReportRow) => figureText(figure, row.figures[figure]),
        })),
      ]}
      summary={() => (
        <Table.Summary.Row className="report-sum">
          <Table.Summary.Cell index={0}>{words.total}</Table.Summary.Cell>
          {figures.map((figure, at) => (
            <Table.Summary.Cell key={figure} index={at + 1} align="right">
              {figureText(figure, report.total.figures[figure])}
            </Table.Summary.Cell>
          ))}
        </Table.Summary.Row>
      )}
    />
  )
}
