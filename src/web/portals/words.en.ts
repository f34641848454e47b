import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  slogan: 'Employment agreements, signed online',
  signOut: 'Sign out',
  menu: 'Menu',
  awaited:
    'No connection: the page you want has not come yet. This page and what you typed stay; it opens once the connection is back.',
  stay: 'Stay on this page',
  failure: {
    noPage: 'There is no such page. Check the address.',
    offline: 'No connection: the page did not come. Check your network and try again.',
    server: 'The server did not answer as it should. Try again later.',
    program:
      'This page has failed by a fault of the program, not by anything you did. Reload it; if it fails again, tell your school.',
    missing: 'The page did not come whole, perhaps because of an upgrade. Reload it.',
    reload: 'Reload',
    front: 'To the front page',
    another: 'Sign in as somebody else',
  },
}
