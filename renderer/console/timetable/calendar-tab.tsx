import { Alert, Button, Modal, Space, Table } from 'antd'
import { useState } from 'react'
import type { Setup } from '../../../shared/contract/contract.ts'
import type { CalendarOverride } from '../../../shared/vocabulary/calendar.ts'
import { DialogButton } from '../../common/form/dialog-button.tsx'
import { CommandForm } from '../../common/form/hub-form.tsx'
import { common } from '../../common/text/common.ts'
import { consoleText } from '../../common/text/console.ts'
import { setupText } from '../../common/text/console-setup.ts'
import { useConsoleView } from '../console-context.ts'
import { daysOfMonth, type MonthDay, monthAfter, weekdayAt } from './month.ts'
import { OverrideForm } from './override-form.tsx'

const words = setupText.timetable

/** 日历: what each day of a month is, and the days on which this hall differs. */
export function CalendarTab({ setup }: { setup: Setup }) {
  const today = useConsoleView(({ phase }) => phase.hallDay)
  const [shown, setShown] = useState(() => ({ year: Number(today.slice(0, 4)), month: Number(today.slice(5, 7)) }))
  const [chosen, setChosen] = useState<string | null>(null)
  const days = daysOfMonth(setup, shown.year, shown.month)
  const isProvisional = days.some((one) => one.isProvisional)
  const close = () => setChosen(null)
  return (
    <div className="calendar">
      <section>
        <div className="page-actions">
          <Button onClick={() => setShown(monthAfter(shown, -1))}>{words.previousMonth}</Button>
          <strong className="calendar-month">{words.month(shown.year, shown.month)}</strong>
          <Button onClick={() => setShown(monthAfter(shown, 1))}>{words.nextMonth}</Button>
          <span>{words.workdayCount(days.filter((one) => one.isWorkday).length, isProvisional)}</span>
          <span className="soft">{words.chooseDay}</span>
        </div>
        {isProvisional && (
          <Alert className="form-answer" type="warning" showIcon title={words.provisionalMonth(shown.year)} />
        )}
        <MonthGrid days={days} today={today} onChoose={setChosen} />
      </section>
      <OverrideList overrides={setup.overrides} />
      <Modal
        open={chosen !== null}
        onCancel={close}
        title={words.overrideTitle(chosen ?? '')}
        footer={null}
        destroyOnHidden
        mask={{ closable: false }}
      >
        {chosen !== null && (
          <OverrideForm day={chosen} published={setup.overrides.find(({ day }) => day === chosen)} onDone={close} />
        )}
      </Modal>
    </div>
  )
}

interface MonthGridProps {
  days: MonthDay[]
  today: string
  onChoose: (day: string) => void
}

function MonthGrid({ days, today, onChoose }: MonthGridProps) {
  const blanks = weekdayAt(days[0]?.day ?? today) - 1
  return (
    <div className="month">
      {common.weekday.map((name) => (
        <div key={name} className="month-weekday">
          {name}
        </div>
      ))}
      {common.weekday.slice(0, blanks).map((name) => (
        <div key={`before ${name}`} />
      ))}
      {days.map((one) => (
        <button
          key={one.day}
          type="button"
          className={`month-day is-${one.kind}${one.day === today ? ' is-today' : ''}`}
          aria-current={one.day === today ? 'date' : undefined}
          title={one.reason}
          aria-label={words.dayLabel(Number(one.day.slice(8)), words.dayKind[one.kind], one.isProvisional)}
          onClick={() => onChoose(one.day)}
        >
          <strong className="month-number">{Number(one.day.slice(8))}</strong>
          <span>{words.dayKind[one.kind]}</span>
          {one.isProvisional && <span className="month-mark">{words.provisionalMark}</span>}
        </button>
      ))}
    </div>
  )
}

function OverrideList({ overrides }: { overrides: CalendarOverride[] }) {
  return (
    <section>
      <h2>{words.overrides}</h2>
      <Table<CalendarOverride>
        size="small"
        rowKey="day"
        pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: words.noOverrides }}
        dataSource={[...overrides].sort((one, other) => other.day.localeCompare(one.day))}
        columns={[
          {
            title: words.day,
            key: 'day',
            render: (_, { day, isWorkday, reason, documentNumber }) => (
              <>
                <strong>{day}</strong> {isWorkday ? words.isWorkday : words.isRestDay}
                <div>{reason}</div>
                <div className="soft">{documentNumber}</div>
              </>
            ),
          },
          { key: 'actions', align: 'right', render: (_, { day }) => <WithdrawOverride day={day} /> },
        ]}
      />
    </section>
  )
}

function WithdrawOverride({ day }: { day: string }) {
  return (
    <Space>
      <DialogButton
        label={words.withdraw}
        spoken={`${words.withdrawOverride} ${day}`}
        title={words.withdrawOverride}
        face={{ size: 'small', danger: true }}
      >
        {(close) => (
          <CommandForm
            type="WithdrawCalendarOverride"
            initial={{ day }}
            submitText={consoleText.confirm}
            isDanger
            onDone={close}
            onCancel={close}
          >
            <p>{words.withdrawOverrideSure(day)}</p>
          </CommandForm>
        )}
      </DialogButton>
    </Space>
  )
}
