import { getPost, getPostNeighbours, listPosts } from '../../../contracts/posts.ts'
import { ask } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { CaseInQueue } from '../reviews/case-in-queue.tsx'
import type { LeadingQueue } from '../reviews/queue-of.ts'
import { PostPage } from './post-page.tsx'
import { type PostRow, usePostBrief } from './post-queue-page.tsx'
import { postWords } from './words.ts'

/** A post as a place in the school's queue, from which deciding leads on. */
export function PostInQueuePage() {
  const words = useWords(postWords)
  const queue: LeadingQueue<PostRow> = {
    queue: 'posts',
    kind: 'post',
    words,
    list: (input) => ask(listPosts, input),
    beside: (input) => ask(getPostNeighbours, input),
    open: (params) => ask(getPost, { params }),
    brief: usePostBrief(),
    begunAt: (row) => row.submittedAt,
  }
  return (
    <CaseInQueue of={queue}>
      <PostPage />
    </CaseInQueue>
  )
}
