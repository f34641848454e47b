import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { writePost } from '../../../contracts/posts.ts'
import { NEW_POST } from '../../../domain/post/content.ts'
import { call } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { said } from '../../ui/said.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { useWords } from '../../words/language.tsx'
import { draftOf, PostForm, saidOf } from './post-form.tsx'
import { postWords } from './words.ts'

const NOTHING = draftOf(NEW_POST)

/** A new job post: it is saved as a draft, and submitted to schools from its own page. */
export function WritePostPage() {
  const w = useWords(postWords)
  const navigate = useNavigate()
  const client = useQueryClient()
  const touched = useRef(false)
  const write = useMutation({
    mutationFn: (draft: Parameters<typeof saidOf>[0]) => call(writePost, { body: saidOf(draft) }),
    onSuccess: async ({ id }) => {
      touched.current = false
      said.success(w.saved)
      await client.invalidateQueries()
      await navigate({ to: '/employer/posts/$id', params: { id }, replace: true })
    },
  })
  useUnsaved(() => touched.current && !write.isPending)
  return (
    <div className="column">
      <BackButton list="/employer/posts" />
      <h1>{w.write}</h1>
      <section className="card">
        <PostForm
          initial={NOTHING}
          submitLabel={w.saveDraft}
          error={write.error}
          busy={write.isPending}
          onChange={() => {
            touched.current = true
          }}
          onSubmit={(draft) => write.mutate(draft)}
        />
      </section>
    </div>
  )
}
