import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { said } from '../../ui/said.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'

type Editing<View, Draft> = {
  /** Saves it against the version that was read. */
  readonly send: (draft: Draft, seenVersion: number) => Promise<View>
  /** What is said once it is saved. */
  readonly saved: (after: View) => string
  readonly settled: () => void
}

/**
 * What a form edits, as it was read when the form opened: a colleague's change meanwhile is refused, and nothing is lost. What
 * another act of the page has changed is what is edited from now on, unless something is typed. The form has the version of
 * `shown` as its key, and `form` as properties.
 */
export function useEditing<View extends { readonly version: number }, Draft>(
  of: View,
  { send, saved, settled }: Editing<View, Draft>,
) {
  const touched = useRef(false)
  const [read, setRead] = useState(of)
  const save = useMutation({
    mutationFn: ([draft, seenVersion]: readonly [Draft, number]) => send(draft, seenVersion),
    onSuccess: (after) => {
      touched.current = false
      setRead(after)
      said.success(saved(after))
      settled()
    },
  })
  useUnsaved(() => touched.current && !save.isPending)
  const isOlder = read.version < of.version && !touched.current && !save.isPending
  const shown = isOlder ? of : read
  const form = {
    error: save.error,
    busy: save.isPending,
    onReload: () => {
      save.reset()
      setRead(of)
    },
    onChange: () => {
      if (isOlder) setRead(of)
      touched.current = true
    },
    onSubmit: (draft: Draft) => save.mutate([draft, shown.version]),
  }
  return { shown, form }
}
