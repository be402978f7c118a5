import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { hallDate } from '../../../shared/vocabulary/hall-date.ts'
import { optionsOf } from '../../common/form/fields.tsx'
import { problemSentence } from '../../common/form/zod-problem.ts'
import { journalText } from '../../common/text/console-journal.ts'
import { setupText } from '../../common/text/console-setup.ts'

/** Which entries are asked for; a part that is left out does not narrow them. */
const filter = z.object({
  day: hallDate.optional(),
  type: z.string().optional(),
  ticketId: z.coerce.number().int().min(1).optional(),
})
export type Filter = { day?: string; type?: string; ticketId?: number }

export function FilterForm({ onRead }: { onRead: (filter: Filter) => void }) {
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [problems, setProblems] = useState<Record<string, string>>({})
  const type = (name: string) => (value: string | undefined) => setTyped({ ...typed, [name]: value ?? '' })
  const read = () => {
    const stated = Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ''))
    const parsed = filter.safeParse(stated, { error: problemSentence })
    setProblems(
      parsed.success
        ? {}
        : Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message])),
    )
    if (!parsed.success) return
    const { day, type: eventType, ticketId } = parsed.data
    onRead({
      ...(day === undefined ? {} : { day }),
      ...(eventType === undefined ? {} : { type: eventType }),
      ...(ticketId === undefined ? {} : { ticketId }),
    })
  }
  const fault = (name: string) =>
    problems[name] === undefined ? {} : { validateStatus: 'error' as const, help: problems[name] }
  return (
    <Form layout="inline" className="journal-filter" onFinish={read}>
      <Form.Item label={journalText.day} htmlFor="journal-day" {...fault('day')}>
        <Input
          id="journal-day"
          allowClear
          maxLength={10}
          placeholder={setupText.timetable.dateExample}
          value={typed.day ?? ''}
          onChange={(change) => type('day')(change.target.value)}
        />
      </Form.Item>
      <Form.Item label={journalText.type} htmlFor="journal-type">
        <Select
          id="journal-type"
          className="journal-type"
          allowClear
          placeholder={journalText.everyType}
          showSearch={{ optionFilterProp: 'label' }}
          options={optionsOf(journalText.eventType)}
          onChange={(value: string | undefined) => type('type')(value)}
        />
      </Form.Item>
      <Form.Item label={journalText.ticketId} htmlFor="journal-ticket" {...fault('ticketId')}>
        <Input
          id="journal-ticket"
          allowClear
          maxLength={12}
          placeholder={journalText.ticketIdExample}
          value={typed.ticketId ?? ''}
          onChange={(change) => type('ticketId')(change.target.value)}
        />
      </Form.Item>
      <Button htmlType="submit">{journalText.read}</Button>
    </Form>
  )
}
