import { expect, test } from 'vitest'
import { entryOf, ICONS, type Menu, waitingIn } from './menu.ts'

const menu: Menu = [
  { tab: 'Home', icon: ICONS.home, items: [{ to: '/student', name: 'Home' }] },
  {
    tab: 'Signing',
    icon: ICONS.signing,
    items: [
      { to: '/student/invitations', name: 'Online', count: 2, under: ['/student/agreements'] },
      { to: '/student/paper', name: 'Paper', count: 1 },
    ],
  },
]

test.each([
  ['/student', 'Home'],
  ['/student/invitations', 'Online'],
  ['/student/invitations/99901/0198', 'Online'],
  ['/student/agreements/99901/0198', 'Online'],
  ['/student/paper/new', 'Paper'],
  ['/student/papers', 'Home'],
  ['/employer', undefined],
])('%s belongs to %s', (path, name) => {
  expect(entryOf(menu, path)?.name).toBe(name)
})

test('a group counts what waits in all its pages', () => {
  expect(menu.map(waitingIn)).toEqual([0, 3])
})
