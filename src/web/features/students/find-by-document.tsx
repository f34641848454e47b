import { Link } from '@tanstack/react-router'
import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import type { Output } from '../../../contracts/address.ts'
import { findByDocument } from '../../../contracts/roster.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { call } from '../../call.ts'
import { IN_CAPITALS } from '../../ui/keyboards.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { rosterListWords } from './roster-list-words.ts'

type Found = Output<typeof findByDocument>['items']

/** By the whole number alone, which is sent in the body and kept nowhere. */
export function FindByDocument({ school }: { school: string }) {
  const w = useWords(rosterListWords).byDocument
  const ui = useWords(uiWords)
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<Found | null>(null)
  const [error, setError] = useState<unknown>(null)
  const close = () => {
    setOpen(false)
    setTyped('')
    setFound(null)
    setError(null)
  }
  const seek = async () => {
    setFound(null)
    setError(null)
    try {
      setFound((await call(findByDocument, { params: { school }, body: { documentNumber: typed } })).items)
    } catch (refused) {
      setError(refused)
    }
  }
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {w.open}
      </Button>
      <Modal
        open={isOpen}
        title={w.title}
        okText={ui.search}
        cancelText={w.close}
        okButtonProps={{ disabled: typed.trim() === '' }}
        onOk={seek}
        onCancel={close}
      >
        <p>{w.text}</p>
        <label htmlFor={id}>{w.number}</label>
        <Input
          {...IN_CAPITALS}
          id={id}
          autoComplete="off"
          maxLength={LONGEST.number}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value)
            setError(null)
          }}
          onPressEnter={seek}
        />
        <ProblemNote error={error} names={{ documentNumber: w.number }} />
        {found?.length === 0 && <p role="status">{w.none}</p>}
        {found && found.length > 0 && (
          <ul className="cases">
            {found.map((one) => (
              <li key={one.id}>
                <Link to="/school/students/$school/$id" params={{ school, id: one.id }}>
                  {one.name}
                </Link>
                <span className="soft">
                  {one.studentNumber} · {one.college} · {one.graduationYear}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Modal>
    </>
  )
}
