import { Button, Form, Space, Switch } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { ServiceItem } from '../../../shared/vocabulary/service-item.ts'
import { LinesField, optionsOf, SelectField, TextField, YesNoField } from '../form/fields.tsx'
import { CommandForm, type Typed } from '../form/hub-form.tsx'
import { promiseText } from '../text/promise.ts'
import { freshParty, PartyFields } from './party-fields.tsx'

const words = promiseText.inquiry

interface RecordInquiryProps {
  items: readonly ServiceItem[]
  /** The ticket at the own window; null for a phone call, a visit, a letter. */
  ticket: { ticketId: number; number: string; itemCode: string } | null
  onRecorded: (inquiryId: number, number: string) => void
  onCancel: () => void
}

/** 首问登记: who is signed in becomes the first responder, for good (篇1.3, 篇5.3). */
export function RecordInquiry({ items, ticket, onRecorded, onCancel }: RecordInquiryProps) {
  const [hasParty, setHasParty] = useState(false)
  const item = items.find(({ itemCode }) => itemCode === ticket?.itemCode)
  const initial: Typed = {
    channel: ticket === null ? 'phone' : 'window',
    matter: item === undefined ? '' : `${words.phrases[1]}：${item.name}`,
    specialGroup: 'none',
    isWish: false,
    category: '',
    party: freshParty,
    ...(ticket === null ? {} : { ticketId: ticket.ticketId, itemCode: ticket.itemCode }),
  }
  return (
    <CommandForm
      type="RecordFirstInquiry"
      initial={initial}
      bodyOf={({ party, itemCode, ...typed }) => ({
        ...typed,
        ...(itemCode === undefined ? {} : { itemCode }),
        ...(hasParty ? { party } : {}),
      })}
      submitText={words.record}
      onDone={(made) => onRecorded(Number(made.inquiryId), String(made.number))}
      onCancel={onCancel}
    >
      {ticket !== null && <p className="soft">{words.forTicket(ticket.number)}</p>}
      <Matter />
      <Phrases />
      <div className="form-columns">
        <SelectField
          name={['itemCode']}
          label={words.item}
          options={items.map(({ itemCode, name }) => ({ value: itemCode, label: name }))}
        />
        <TextField name={['category']} label={words.category} />
        <SelectField name={['channel']} label={words.channel} options={optionsOf(promiseText.channel)} />
        <SelectField name={['specialGroup']} label={words.group} options={optionsOf(promiseText.group)} />
        <YesNoField name={['isWish']} label={words.isWish} />
      </div>
      <Form.Item label={words.withParty}>
        <Switch checked={hasParty} onChange={setHasParty} aria-label={words.withParty} />
      </Form.Item>
      {hasParty && <PartyFields field="party" />}
    </CommandForm>
  )
}

/** The first thing one types; Enter records, so that a called number is registered by F9 and Enter. */
function Matter() {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const field = place.current?.querySelector('textarea')
    const recordOnEnter = (pressed: KeyboardEvent) => {
      // While a Chinese input method composes, Enter is its own.
      if (pressed.key !== 'Enter' || pressed.shiftKey || pressed.isComposing) return
      pressed.preventDefault()
      field?.form?.requestSubmit()
    }
    // The dialog takes the focus for itself when it opens; this comes after.
    const focus = setTimeout(() => field?.focus())
    field?.addEventListener('keydown', recordOnEnter)
    return () => {
      clearTimeout(focus)
      field?.removeEventListener('keydown', recordOnEnter)
    }
  }, [])
  return (
    <div ref={place}>
      <LinesField name={['matter']} label={words.matter} rows={2} />
    </div>
  )
}

/** What people mostly come for, put into the matter by one press. */
function Phrases() {
  const form = Form.useFormInstance<Typed>()
  return (
    <Space wrap className="phrases">
      {words.phrases.map((phrase) => (
        <Button key={phrase} size="small" onClick={() => form.setFieldValue('matter', phrase)}>
          {phrase}
        </Button>
      ))}
    </Space>
  )
}
