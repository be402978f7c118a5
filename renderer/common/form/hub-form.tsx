import { Alert, App, Button, Form, type FormInstance, Space } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { CommandBody, CommandType } from '../../../shared/vocabulary/command.ts'
import { commandBodies } from '../../../shared/vocabulary/command.ts'
import { freshCommandId } from '../hub-link.ts'
import { consoleText } from '../text/console.ts'
import { OutcomeAlert } from './outcome-alert.tsx'
import { type Press, type Pressed, pressOf } from './pressed.ts'
import { type FieldPath, placeIssues, problemSentence } from './zod-problem.ts'

/** What stands in a form, by field. */
export type Typed = Record<string, unknown>

interface FormFace {
  /** Typed at the beginning; later changes of it do not overwrite what a person has typed. */
  initial?: Typed
  /** From what is typed to what is asked for; left out, they are the same. */
  bodyOf?: (typed: Typed) => unknown
  /** Checks that the body's schema cannot make, such as two passwords alike; empty when all is well. */
  checkTyped?: (typed: Typed) => { name: FieldPath; errors: string[] }[]
  submitText: string
  isDanger?: boolean
  /** Said when it is done; left out, `已完成`. */
  doneText?: string
  onCancel?: () => void
  /** True: empty the form when it is done, for the next person. */
  resetsWhenDone?: boolean
  layout?: 'vertical' | 'horizontal'
  children?: ReactNode
}

interface HubFormProps<S extends z.ZodType> extends FormFace {
  shape: S
  press: Press<z.output<S>>
  onDone?: (made: Record<string, unknown>, body: z.output<S>) => void
}

/**
 * A form whose body the vocabulary's own schema checks before the hub is asked. What is typed stays
 * until the hub has said yes; a refusal, a fault or no answer is shown above the buttons.
 */
export function HubForm<S extends z.ZodType>(props: HubFormProps<S>) {
  const { children, initial, submitText, isDanger = false, onCancel, layout = 'vertical' } = props
  const [form] = Form.useForm<Typed>()
  const { submit, recheck, pressed, atHead, isPressing } = usePress(props, form)
  const outcome = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // In a long form the answer would stand below what is in sight.
    if (pressed !== null && pressed.kind !== 'done') outcome.current?.scrollIntoView?.({ block: 'center' })
  }, [pressed])
  return (
    <Form
      form={form}
      layout={layout}
      initialValues={initial ?? {}}
      onFinish={() => void submit()}
      onValuesChange={recheck}
      autoComplete="off"
      scrollToFirstError
    >
      {children}
      {atHead.length > 0 && (
        <Alert
          className="form-answer"
          type="error"
          showIcon
          title={consoleText.formProblems}
          description={atHead.map((sentence) => <div key={sentence}>{sentence}</div>)}
        />
      )}
      <div ref={outcome} className="form-outcome" aria-live="polite">
        <OutcomeAlert pressed={pressed} />
      </div>
      <Space className="form-buttons">
        <Button type="primary" htmlType="submit" danger={isDanger} loading={isPressing}>
          {submitText}
        </Button>
        {onCancel !== undefined && <Button onClick={onCancel}>{consoleText.cancel}</Button>}
      </Space>
    </Form>
  )
}

function usePress<S extends z.ZodType>(props: HubFormProps<S>, form: FormInstance<Typed>) {
  const { shape, press, bodyOf, checkTyped, onDone, doneText, resetsWhenDone = false } = props
  const { message } = App.useApp()
  const [pressed, setPressed] = useState<Pressed | null>(null)
  const [atHead, setAtHead] = useState<string[]>([])
  const [isPressing, setPressing] = useState(false)
  const underWay = useRef(false)
  /** A press that got no answer may have happened: the same body keeps its id, so that it happens once. */
  const unanswered = useRef<{ body: string; commandId: string } | null>(null)

  const check = () => {
    const typed = form.getFieldsValue(true) as Typed
    const parsed = shape.safeParse(bodyOf === undefined ? typed : bodyOf(typed), { error: problemSentence })
    const shown = form.getFieldsError().map(({ name }) => name as FieldPath)
    const placed = placeIssues(parsed.success ? [] : parsed.error.issues, shown)
    return { parsed, fields: [...placed.fields, ...(checkTyped?.(typed) ?? [])], atHead: placed.atHead }
  }
  const showAt = (fields: { name: FieldPath; errors: string[] }[]) => form.setFields(fields)

  /** What was complained about is looked at again with every change; what was not is left in peace. */
  const recheck = () => {
    const complained = form.getFieldsError().filter(({ errors }) => errors.length > 0)
    if (complained.length === 0 && atHead.length === 0) return
    const now = check()
    const key = (name: FieldPath) => JSON.stringify(name)
    const problems = new Map(now.fields.map(({ name, errors }) => [key(name), errors]))
    showAt(
      complained.map(({ name }) => ({ name: name as FieldPath, errors: problems.get(key(name as FieldPath)) ?? [] })),
    )
    setAtHead(atHead.filter((sentence) => now.atHead.includes(sentence)))
  }

  const submit = async () => {
    if (underWay.current) return
    const { parsed, fields, atHead: found } = check()
    setAtHead(found)
    setPressed(null)
    if (!parsed.success || fields.length > 0) {
      showAt(fields)
      if (fields[0] !== undefined) form.scrollToField(fields[0].name)
      return
    }
    underWay.current = true
    setPressing(true)
    const body = JSON.stringify(parsed.data)
    const commandId = unanswered.current?.body === body ? unanswered.current.commandId : freshCommandId()
    const answer = await press(parsed.data, commandId)
    unanswered.current = answer.kind === 'unreachable' ? { body, commandId } : null
    underWay.current = false
    setPressing(false)
    setPressed(answer)
    if (answer.kind !== 'done') return
    void message.success(doneText ?? consoleText.done)
    if (resetsWhenDone) form.resetFields()
    onDone?.(answer.made, parsed.data)
  }
  return { submit, recheck, pressed, atHead, isPressing }
}

interface CommandFormProps<T extends CommandType> extends FormFace {
  type: T
  onDone?: (made: Record<string, unknown>, body: CommandBody<T>) => void
}

/** A form that sends one kind of command; its fields are named as in the command's body. */
export function CommandForm<T extends CommandType>({ type, onDone, ...face }: CommandFormProps<T>) {
  const shape: z.ZodType<CommandBody<T>> = commandBodies[type] as unknown as z.ZodType<CommandBody<T>>
  return <HubForm {...face} shape={shape} press={pressOf(type)} {...(onDone === undefined ? {} : { onDone })} />
}
