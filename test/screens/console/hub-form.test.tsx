import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { App } from 'antd'
import { afterEach, describe, expect, test } from 'vitest'
import { clearPage } from '../support/console-page.tsx'

const { HubForm } = await import('../../../renderer/common/form/hub-form.tsx')
const { TextField } = await import('../../../renderer/common/form/fields.tsx')
const { commandBodies } = await import('../../../shared/vocabulary/command.ts')

afterEach(clearPage)

type Answer = { kind: 'unreachable' } | { kind: 'done'; made: Record<string, unknown> }

function showForm(answers: Answer[]): { ids: string[]; done: number } {
  const seen = { ids: [] as string[], done: 0 }
  render(
    <App>
      <HubForm
        shape={commandBodies.RetireStaff}
        initial={{ staffId: 'id-zhao', reason: '' }}
        press={async (_, commandId) => {
          seen.ids.push(commandId)
          return answers[seen.ids.length - 1] ?? { kind: 'unreachable' }
        }}
        onDone={() => {
          seen.done += 1
        }}
        submitText="ok"
      >
        <TextField name={['reason']} label="why" />
      </HubForm>
    </App>,
  )
  return seen
}

const press = async (seen: { ids: string[] }) => {
  const before = seen.ids.length
  await waitFor(() => expect(screen.getByRole('button').className).not.toContain('loading'))
  fireEvent.click(screen.getByRole('button'))
  await waitFor(() => expect(seen.ids.length).toBe(before + 1))
}
const type = (value: string) => fireEvent.change(screen.getByLabelText('why'), { target: { value } })

describe('a press that got no answer', () => {
  test('keeps its id when it is pressed again, so that it happens once at most', async () => {
    const seen = showForm([{ kind: 'unreachable' }, { kind: 'done', made: {} }])
    type('left')
    await press(seen)
    expect(await screen.findByText(/主机没有应答/)).toBeDefined()
    await press(seen)
    await waitFor(() => expect(seen.done).toBe(1))
    expect(seen.ids[1]).toBe(seen.ids[0])
  })

  test('is another press once something else is typed', async () => {
    const seen = showForm([])
    type('left')
    await press(seen)
    type('retired')
    await press(seen)
    expect(seen.ids[1]).not.toBe(seen.ids[0])
  })

  test('a press that was answered is not repeated under its id', async () => {
    const answer: Answer = { kind: 'done', made: {} }
    const seen = showForm([answer, answer])
    type('left')
    await press(seen)
    await press(seen)
    expect(seen.ids[1]).not.toBe(seen.ids[0])
  })
})
