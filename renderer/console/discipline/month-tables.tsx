import { Button, Table, Tooltip } from 'antd'
import type { MonthReviewView } from '../../../shared/contract/month-view.ts'
import {
  type MonthColumn,
  type MonthPart,
  type MonthTable,
  type MonthTarget,
  monthColumns,
  monthDefinitions,
  monthFormula,
  monthParts,
  monthRows,
  monthTableWords,
} from '../../../shared/vocabulary/month-columns.ts'
import { consoleDiscipline } from '../../common/text/console-discipline.ts'

const words = consoleDiscipline.month

interface MonthTablesProps {
  view: MonthReviewView
  /** Absent for whoever may not open a person, a case or a filing. */
  onOpen: ((target: MonthTarget) => void) | undefined
}

/** One part of the month: its tables, and beside them how it is worked out. */
export function MonthPartTables({ part, ...rest }: MonthTablesProps & { part: MonthPart }) {
  const tables: readonly MonthTable[] = monthParts[part].tables
  const definitions = new Map(tables.flatMap(monthDefinitions))
  return (
    <>
      {part === 'flags' && (
        <section className="month-formula" aria-label={words.formula}>
          <h2>{words.formula}</h2>
          <ol>
            {monthFormula.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </section>
      )}
      {tables.map((table) => (
        <section key={table} aria-label={monthTableWords[table]}>
          <h2>{monthTableWords[table]}</h2>
          <MonthTableOf table={table} {...rest} />
        </section>
      ))}
      {definitions.size > 0 && <h2>{words.definitions}</h2>}
      <dl className="definitions">
        {[...definitions].map(([name, definition]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{definition}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

type Row<T extends MonthTable> = ReturnType<typeof monthRows<T>>[number]

/** A table of the month; `staffId` narrows it to one person's lines. */
export function MonthTableOf<T extends MonthTable>({
  table,
  view,
  onOpen,
  staffId,
}: MonthTablesProps & { table: T; staffId?: string }) {
  const { review, names } = view
  const rows: Row<T>[] = monthRows(table, review)
  const isWanted = (row: Row<T>) => staffId === undefined || ('staffId' in row && row.staffId === staffId)
  const columns: MonthColumn<Row<T>>[] = monthColumns[table]
  return (
    <Table<Row<T>>
      size="small"
      rowKey={(row) => rows.indexOf(row)}
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={rows.filter(isWanted)}
      locale={{ emptyText: words.empty }}
      columns={columns.map(({ name, definition, cell, target }) => ({
        key: name,
        title: definition === '' ? name : <Tooltip title={definition}>{name}</Tooltip>,
        className: 'month-cell',
        render: (_: unknown, row: Row<T>) =>
          target === undefined || onOpen === undefined ? (
            cell(row, names)
          ) : (
            <Button type="link" size="small" onClick={() => onOpen(target(row))}>
              {cell(row, names)}
            </Button>
          ),
      }))}
    />
  )
}
