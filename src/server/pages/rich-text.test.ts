import { describe, expect, test } from 'vitest'
import { html } from './html.ts'
import { beginningOf, cleanedHtml, safeRichText, saysSomething } from './rich-text.ts'

/** Ways to make a page do something, each with what is left to be read. */
const ATTACKS: readonly (readonly [string, string])[] = [
  ['<script>alert(1)</script><p>a</p>', '<p>a</p>'],
  ['<p onclick="alert(1)" onerror=alert(1)>a</p>', '<p>a</p>'],
  ['<img src=x onerror=alert(1)>', ''],
  ['<img src="https://tracker.example/a.png">', ''],
  ['<svg onload=alert(1)><script>alert(1)</script></svg>', ''],
  ['<svg><a xlink:href="javascript:alert(1)">a</a></svg>', '<a rel="noopener noreferrer nofollow">a</a>'],
  ['<math><mi xlink:href="data:x">a</mi></math>', 'a'],
  ['<style>*{display:none}</style><p style="position:fixed;inset:0">a</p>', '<p>a</p>'],
  ['<link rel=stylesheet href=//evil.example/a.css><p class="hero">a</p>', '<p>a</p>'],
  ['<iframe src="https://evil.example"></iframe><object data=x></object><embed src=x>', ''],
  ['<form action="https://evil.example"><input name=p><button>OK</button></form>', 'OK'],
  ['<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=//evil.example">', ''],
  ['<template><p onclick=x>a</p></template>', '<p>a</p>'],
  ['<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<p></p>'],
  ['<p>a</p><!--[if IE]><script>alert(1)</script><![endif]-->', '<p>a</p>'],
  ['<a href="javascript:alert(1)">a</a>', '<a rel="noopener noreferrer nofollow">a</a>'],
  ['<a href=" java\nscript:alert(1)">a</a>', '<a rel="noopener noreferrer nofollow">a</a>'],
  ['<a href="&#106;avascript:alert(1)">a</a>', '<a rel="noopener noreferrer nofollow">a</a>'],
  ['<a href="data:text/html,<script>alert(1)</script>">a</a>', '<a rel="noopener noreferrer nofollow">a</a>'],
  ['<a href="vbscript:x" target="_blank" style="x">a</a>', '<a rel="noopener noreferrer nofollow">a</a>'],
  ['<a href="//evil.example">a</a>', '<a rel="noopener noreferrer nofollow">a</a>'],
]

describe('of a text that would do something only the text is kept', () => {
  test.each(ATTACKS)('%s', (written, kept) => {
    expect(safeRichText(written)).toBe(kept)
    // What came into the database by another way does no harm either.
    expect(String(html`${cleanedHtml(written)}`)).toBe(kept)
  })

  test('cleaned again it is the same', () => {
    for (const [written] of ATTACKS) expect(safeRichText(safeRichText(written))).toBe(safeRichText(written))
  })
})

test('what an editor gives is kept, tables with their spans and links to pages among it', () => {
  const written =
    '<h2>一</h2><p>甲<strong>乙</strong><em>丙</em><u>丁</u><br />戊</p><ul><li><p>己</p></li></ul><ol start="3"><li>庚</li></ol>' +
    '<table><tbody><tr><th colspan="2">辛</th></tr><tr><td rowspan="2">壬</td></tr></tbody></table><blockquote><p>癸</p></blockquote>'
  expect(safeRichText(written)).toBe(written)
  expect(safeRichText('<h1>一</h1>')).toBe('<h2>一</h2>')
  expect(safeRichText('<a href="https://www.example.edu.cn/?a=1&amp;b=2">页</a>')).toBe(
    '<a href="https://www.example.edu.cn/?a=1&amp;b=2" rel="noopener noreferrer nofollow">页</a>',
  )
})

test.each([
  ['<p></p>', false],
  ['<p>&nbsp;<br></p>', false],
  ['<script>alert(1)</script>', false],
  ['<p>有</p>', true],
])('%s says something: %s', (written, expected) => {
  expect(saysSomething(safeRichText(written))).toBe(expected)
})

test('what it begins with is its words, cut between characters', () => {
  expect(beginningOf('<h2>一&amp;二</h2><p>三 &lt;四&gt;</p>', 40)).toBe('一&二 三 <四>')
  expect(beginningOf('<p>𠮷𠮷𠮷𠮷</p>', 3)).toBe('𠮷𠮷…')
})

test('whatever is put into a page is text there, within quotes too', () => {
  const nasty = `<b>&"'`
  expect(
    String(html`<p title="${nasty}">${nasty}${[nasty, html`<i>${1}</i>`]}${null}${false}${undefined}</p>`),
  ).toBe(
    '<p title="&lt;b&gt;&amp;&quot;&#39;">&lt;b&gt;&amp;&quot;&#39;&lt;b&gt;&amp;&quot;&#39;<i>1</i></p>',
  )
})
