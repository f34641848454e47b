import { useParams } from '@tanstack/react-router'

/** The school and the id in the address of a page. */
export function useKey() {
  const { school = '', id = '' } = useParams({ strict: false })
  return { school, id }
}
