import { Input, type InputRef } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { ServiceItem } from '../../../shared/vocabulary/service-item.ts'
import { searchItems } from '../../common/item-search.ts'
import { clerkText } from '../../common/text/clerk.ts'
import { useDesk } from '../desk-context.ts'
import { stepCode } from '../typed-code.ts'
import { ChoiceList } from './choice-list.tsx'

/** The items found for what is typed, and the one chosen among them. */
export function useItemSearch() {
  const items = useStore(useDesk().items)
  const [text, setText] = useState('')
  const [code, setCode] = useState<string | null>(null)
  const found = searchItems(items ?? [], text)
  const chosen = found.find((item) => item.itemCode === code) ?? null
  return {
    isLoaded: items !== null,
    text,
    found,
    chosen,
    onChoose: setCode,
    onType: (typed: string) => {
      setText(typed)
      // Whoever types until one is left means that one.
      const left = searchItems(items ?? [], typed)
      setCode(typed.trim() !== '' ? (left[0]?.itemCode ?? null) : null)
    },
    onStep: (step: 1 | -1) =>
      setCode(
        stepCode(
          found.map((item) => item.itemCode),
          chosen?.itemCode ?? null,
          step,
        ),
      ),
  }
}

export function ItemSearch({ search }: { search: ReturnType<typeof useItemSearch> }) {
  const id = useId()
  const field = useRef<InputRef>(null)
  useEffect(() => field.current?.focus(), [])
  const { label, placeholder, found, none, loading } = clerkText.search
  return (
    <div className="item-search">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        ref={field}
        placeholder={placeholder}
        maxLength={60}
        value={search.text}
        onChange={(change) => search.onType(change.target.value)}
      />
      {search.found.length === 0 ? (
        <p>{search.isLoaded ? none : loading}</p>
      ) : (
        <ChoiceList
          legend={found(search.found.length)}
          choices={search.found.map(choiceOf)}
          chosen={search.chosen?.itemCode ?? null}
          onChoose={search.onChoose}
        />
      )}
    </div>
  )
}

function choiceOf({ itemCode, name, department, queue }: ServiceItem) {
  return { code: itemCode, label: name, remark: `${itemCode} · ${department} · ${queue}` }
}
